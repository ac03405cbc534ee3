/** The roles of a process, and the beans that exist only in some roles. */
@NullMarked
package colophon.launcher.roles;

import org.jspecify.annotations.NullMarked;
