/** Signing in without a provider: the accounts, tokens and keys are in this process. */
@NullMarked
package colophon.security.embedded;

import org.jspecify.annotations.NullMarked;
