/** Rules for conferring, revoking and reinstating certificates. */
@NullMarked
package colophon.commands.credential;

import org.jspecify.annotations.NullMarked;
