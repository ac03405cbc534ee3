/** Signing in without anybody else: accounts, tokens and keys in this process. */
@NullMarked
package colophon.security.embedded;

import org.jspecify.annotations.NullMarked;
