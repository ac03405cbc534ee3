/** The keys of the students, in a file of their own. */
@NullMarked
package colophon.storage.keys;

import org.jspecify.annotations.NullMarked;
