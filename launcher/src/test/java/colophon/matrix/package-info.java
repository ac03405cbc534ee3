/** Tests the authorization matrix: every route, every kind of caller, every id. */
@NullMarked
package colophon.matrix;

import org.jspecify.annotations.NullMarked;
