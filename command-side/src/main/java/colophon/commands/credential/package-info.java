/** When a certificate is conferred, revoked and reinstated. */
@NullMarked
package colophon.commands.credential;

import org.jspecify.annotations.NullMarked;
