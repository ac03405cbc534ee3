/** Tests of the filter chain that every request passes. */
@NullMarked
package colophon.security.chain;

import org.jspecify.annotations.NullMarked;
