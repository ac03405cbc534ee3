/** What happens to a payment and to its refunds. */
@NullMarked
package colophon.events.payment;

import org.jspecify.annotations.NullMarked;
