/** Accounts: the ledgers. The stream that causes a posting decides whether it is allowed. */
@NullMarked
package colophon.commands.account;

import org.jspecify.annotations.NullMarked;
