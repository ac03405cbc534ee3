/** Tests of the checks for every request, on the whole program in this process. */
@NullMarked
package colophon.edge;

import org.jspecify.annotations.NullMarked;
