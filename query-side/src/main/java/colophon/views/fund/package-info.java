/** How much money does a fund have left, and whose awards hold it? */
@NullMarked
package colophon.views.fund;

import org.jspecify.annotations.NullMarked;
