package colophon.commands.account;

import colophon.commands.desk.Subject;
import colophon.events.account.AccountEvent;

/**
 * The ledger of one student at one institution. It refuses nothing: a posting is the consequence of
 * a decision about an enrollment, an award or a payment, and is in the same commit.
 */
public record Account() {

    /** How accounts are loaded; {@link #id} gives the id. */
    public static final Subject<Account, AccountEvent> SUBJECT =
            new Subject<>("account", new Account(), (account, _) -> account);

    /** The id of the account of a student at an institution; ids hold no slash, so it is unique. */
    public static String id(String institutionId, String studentId) {
        return institutionId + "/" + studentId;
    }
}
