/** The accounts of persons and programs that sign in to this installation itself. */
@NullMarked
package colophon.security.accounts;

import org.jspecify.annotations.NullMarked;
