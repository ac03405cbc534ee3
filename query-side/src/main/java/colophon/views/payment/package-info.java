/** How much was received, from which payer, and how much of it was refunded? */
@NullMarked
package colophon.views.payment;

import org.jspecify.annotations.NullMarked;
