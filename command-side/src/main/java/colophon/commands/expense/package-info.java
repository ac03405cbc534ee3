/** Expenses: what students spend with third parties; never billed. */
@NullMarked
package colophon.commands.expense;

import org.jspecify.annotations.NullMarked;
