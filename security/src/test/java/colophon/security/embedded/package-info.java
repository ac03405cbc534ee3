/** Tests of signing in where the accounts are our own. */
@NullMarked
package colophon.security.embedded;

import org.jspecify.annotations.NullMarked;
