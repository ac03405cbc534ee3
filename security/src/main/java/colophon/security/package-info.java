/** Who may: for now whoever sits at this machine, and nobody else. */
@NullMarked
package colophon.security;

import org.jspecify.annotations.NullMarked;
