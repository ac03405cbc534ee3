/** The filter chain that every request passes: it finds out who sends the request. */
@NullMarked
package colophon.security.chain;

import org.jspecify.annotations.NullMarked;
