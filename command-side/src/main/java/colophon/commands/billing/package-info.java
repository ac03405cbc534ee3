/** Billing: what is charged beside tuition, when it is due, and which credit is to pay it. */
@NullMarked
package colophon.commands.billing;

import org.jspecify.annotations.NullMarked;
