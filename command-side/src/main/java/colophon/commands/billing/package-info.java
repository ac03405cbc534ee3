/** Billing: fees, due days, payment plans and locked allocations. */
@NullMarked
package colophon.commands.billing;

import org.jspecify.annotations.NullMarked;
