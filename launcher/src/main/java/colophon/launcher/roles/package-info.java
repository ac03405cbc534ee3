/** What this process does for the others, and what is there only in some of them. */
@NullMarked
package colophon.launcher.roles;

import org.jspecify.annotations.NullMarked;
