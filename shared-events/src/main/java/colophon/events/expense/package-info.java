/** What a student spends with third parties: never billed, yet part of what it costs. */
@NullMarked
package colophon.events.expense;

import org.jspecify.annotations.NullMarked;
