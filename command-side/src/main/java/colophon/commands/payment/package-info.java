/** Payments and their refunds. */
@NullMarked
package colophon.commands.payment;

import org.jspecify.annotations.NullMarked;
