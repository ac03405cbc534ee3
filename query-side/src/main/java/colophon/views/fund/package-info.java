/** How much money does a fund have left, and which awards hold the rest? */
@NullMarked
package colophon.views.fund;

import org.jspecify.annotations.NullMarked;
