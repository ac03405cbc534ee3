package colophon.commands.account;

import static colophon.commands.Reason.TOO_MANY_AWARDS;

import colophon.commands.Refusal;
import colophon.commands.loading.StreamType;
import colophon.commands.loading.StreamType.StreamId;
import colophon.events.Recorded;
import colophon.events.account.AccountEvent;
import colophon.events.award.AwardOffered;
import colophon.events.ledger.Ledger;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * The ledger of one student at one institution. Most postings follow from a decision about an
 * enrollment, an award or a payment, and are in the same commit.
 */
public final class Account {

    /** How accounts are loaded; {@link #id} gives the id. */
    public static final StreamType<Ledger, AccountEvent> STREAM =
            new StreamType<>("account", Ledger.empty("", ""), Account::evolve);

    private Account() {}

    /** The id of the account of a student at an institution. */
    public static String id(String institutionId, String studentId) {
        return Ledger.key(institutionId, studentId);
    }

    /** The stream of the account of a student at an institution. */
    public static StreamId<Ledger, AccountEvent> stream(String institutionId, String studentId) {
        return STREAM.stream(id(institutionId, studentId));
    }

    /**
     * Refuses an award to a student who holds as many as may be.
     *
     * @param atMost most awards from any funds of the institution, or null for no limit
     */
    public static void requireRoom(
            AwardOffered award, @Nullable Integer atMost, Ledger account, LocalDate today) {
        if (atMost != null && account.awardsHeld(today).size() >= atMost)
            throw new Refusal(
                    TOO_MANY_AWARDS,
                    "Fund "
                            + award.fundId()
                            + " makes no award to a student who holds "
                            + atMost
                            + " awards at "
                            + award.institutionId()
                            + ", as "
                            + award.studentId()
                            + " does.");
    }

    /** The state after one more event. */
    static Ledger evolve(Ledger before, AccountEvent event) {
        int count = before.postings().size();
        var opened = count == 0 ? Ledger.empty(event.institutionId(), event.studentId()) : before;
        return opened.with(Recorded.inOrder(event, count + 1));
    }
}
