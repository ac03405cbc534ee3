package colophon.events.account;

/**
 * Everything that lies in the stream of one account, the ledger of one student at one institution:
 * its postings, and what happens to payments, expenses and awards.
 */
public interface AccountEvent {

    /** The institution that keeps the account. */
    String institutionId();

    /** The student who owns the account. */
    String studentId();
}
