/** What a certificate requires: a tree, read from and written to plain maps and lists. */
@NullMarked
package colophon.events.requirement;

import org.jspecify.annotations.NullMarked;
