/** How much of a charge is refunded to a student who leaves. */
@NullMarked
package colophon.events.refund;

import org.jspecify.annotations.NullMarked;
