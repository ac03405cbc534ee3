/** Who may call what: the table, and the checks that enforce it. */
@NullMarked
package colophon.security.matrix;

import org.jspecify.annotations.NullMarked;
