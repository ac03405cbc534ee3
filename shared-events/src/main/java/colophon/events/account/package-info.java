/** What happens to an account: the ledger of one student at one institution. */
@NullMarked
package colophon.events.account;

import org.jspecify.annotations.NullMarked;
