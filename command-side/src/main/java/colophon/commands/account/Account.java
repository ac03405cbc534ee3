package colophon.commands.account;

import colophon.commands.desk.Subject;
import colophon.events.Recorded;
import colophon.events.account.AccountEvent;
import colophon.events.ledger.Ledger;

/**
 * The ledger of one student at one institution. What is posted is mostly the consequence of a
 * decision about an enrollment, an award or a payment, and is in the same commit.
 */
public final class Account {

    /** How accounts are loaded; {@link #id} gives the id. Expenses are not in it. */
    public static final Subject<Ledger, AccountEvent> SUBJECT =
            new Subject<>("account", Ledger.empty("", ""), Account::evolve);

    private Account() {}

    /** The id of the account of a student at an institution. */
    public static String id(String institutionId, String studentId) {
        return Ledger.key(institutionId, studentId);
    }

    /** The state after one more event. */
    static Ledger evolve(Ledger before, AccountEvent event) {
        int count = before.postings().size();
        var account = count == 0 ? Ledger.empty(event.institutionId(), event.studentId()) : before;
        return account.with(Recorded.inOrder(event, count + 1));
    }
}
