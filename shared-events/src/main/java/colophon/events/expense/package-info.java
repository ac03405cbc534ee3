/** What a student spends with third parties: never billed, but part of the total cost. */
@NullMarked
package colophon.events.expense;

import org.jspecify.annotations.NullMarked;
