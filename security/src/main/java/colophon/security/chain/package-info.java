/** What every request passes: who it is from, or that it is from nobody. */
@NullMarked
package colophon.security.chain;

import org.jspecify.annotations.NullMarked;
