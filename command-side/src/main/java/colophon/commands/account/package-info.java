/** Accounts: the ledgers. What may be posted is decided by the subject that causes it. */
@NullMarked
package colophon.commands.account;

import org.jspecify.annotations.NullMarked;
