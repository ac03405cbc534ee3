/** Tests of what every request passes. */
@NullMarked
package colophon.security.chain;

import org.jspecify.annotations.NullMarked;
