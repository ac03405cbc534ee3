/** The texts of events about money: accounts, payments, expenses, funds and awards. */
@NullMarked
package colophon.views.history.text.money;

import org.jspecify.annotations.NullMarked;
