/** Tests of what every request passes, on the whole program in this process. */
@NullMarked
package colophon.edge;

import org.jspecify.annotations.NullMarked;
