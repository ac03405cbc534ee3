/** Who may call what: one table, and what sees to it. */
@NullMarked
package colophon.security.matrix;

import org.jspecify.annotations.NullMarked;
