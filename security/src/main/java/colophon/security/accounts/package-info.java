/** Persons and programs that the embedded mode knows itself. */
@NullMarked
package colophon.security.accounts;

import org.jspecify.annotations.NullMarked;
