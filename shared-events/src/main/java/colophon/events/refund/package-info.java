/** How much of what was charged is given back to whom leaves. */
@NullMarked
package colophon.events.refund;

import org.jspecify.annotations.NullMarked;
