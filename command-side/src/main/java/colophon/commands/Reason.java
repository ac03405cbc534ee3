package colophon.commands;

import colophon.api.problem.ProblemType;

/**
 * All reasons why a request is refused; part of the API. Each one has a section in {@code
 * docs/problems.md}.
 */
public enum Reason implements ProblemType {
    INSTITUTION_NOT_FOUND(404, "No such institution"),
    PROGRAM_NOT_FOUND(404, "No such program"),
    COURSE_NOT_FOUND(404, "No such course"),
    CERTIFICATE_NOT_FOUND(404, "No such certificate"),
    OFFERING_NOT_FOUND(404, "No such offering"),
    STUDENT_NOT_FOUND(404, "No such student"),
    ENROLLMENT_NOT_FOUND(404, "No such enrollment"),
    FUND_NOT_FOUND(404, "No such fund"),
    AWARD_NOT_FOUND(404, "No such award"),
    PAYMENT_NOT_FOUND(404, "No such payment"),
    CANDIDACY_NOT_FOUND(404, "The student did not declare for that certificate"),
    REQUIREMENT_VERSION_NOT_FOUND(404, "The requirement has no such version"),
    ENTRY_NOT_FOUND(404, "No such entry on the transcript"),
    CREDENTIAL_NOT_FOUND(404, "No such credential"),
    EXPENSE_NOT_FOUND(404, "No such expense"),
    AMENDMENT_NOT_FOUND(404, "No such request to amend"),
    CHARGE_NOT_FOUND(404, "No such charge"),
    PLAN_NOT_FOUND(404, "No such payment plan"),
    LOCK_NOT_FOUND(404, "No such lock"),
    IMPORT_NOT_FOUND(404, "No such import"),
    ID_TAKEN(409, "The id is already in use"),
    STUDENT_ERASED(409, "The student was erased"),
    ERASURE_REQUESTED(409, "Another administrator already requested the erasure"),
    ERASURE_NOT_REQUESTED(409, "No erasure is requested"),
    SECOND_ADMINISTRATOR_NEEDED(409, "A second administrator must confirm"),
    ALREADY_DECLARED(409, "The student is a candidate already"),
    ALREADY_ENROLLED(409, "The student has a seat already"),
    OFFERING_FULL(409, "The offering is full"),
    OFFERING_CANCELLED(409, "The offering was cancelled"),
    NOT_NEXT_IN_LINE(409, "Another student is first on the waitlist"),
    NOT_PENDING(409, "There is no application to accept"),
    NOT_OFFERED(409, "No seat is offered"),
    OFFER_LAPSED(409, "The seat was not confirmed in time"),
    NOT_WAITING(409, "The student is not waiting for a seat"),
    NOT_DECLINABLE(409, "There is nothing to decline"),
    NOT_ENROLLED(409, "The student is not enrolled"),
    NOT_AWAY(409, "The student has not left"),
    SAME_OFFERING(409, "The enrollment is already in that offering"),
    OVERRIDE_EXCEEDS_LIMIT(409, "The override exceeds the limit of the refund policy"),
    ALREADY_FINISHED(409, "The enrollment has an outcome already"),
    LEAVE_TOO_LONG(409, "The leave is longer than the certificate allows"),
    ENTRY_WITHDRAWN(409, "The entry was withdrawn"),
    REQUIREMENT_NOT_MET(409, "The requirement is not met"),
    REQUIREMENT_UNDECIDED(409, "The requirement takes too much work to decide"),
    CREDENTIAL_ENDED(409, "The certificate was revoked or replaced"),
    NOT_REVOKED(409, "The credential was not revoked"),
    NO_OUTCOME(409, "There is no outcome to reverse"),
    FUND_NOT_OPEN(409, "The fund makes no awards on that day"),
    FUND_EXHAUSTED(409, "The fund does not have enough left"),
    TOO_MANY_AWARDS(409, "The student holds as many awards as the fund allows"),
    AWARD_EXPIRED(409, "The award has expired"),
    AWARD_ENDED(409, "The award was released or revoked"),
    ENROLLMENT_ENDED(409, "The enrollment has ended"),
    MORE_THAN_IS_LEFT(409, "The amount is more than is left"),
    NOT_COVERED(409, "The award does not cover the charge"),
    PLAN_IN_FORCE(409, "A payment plan is in force already"),
    PLAN_DOES_NOT_SUM(409, "The instalments do not add up to what is owed"),
    AMENDMENT_DECIDED(409, "The request to amend was decided already"),
    AMENDMENT_NOT_DENIED(409, "The request to amend was not denied"),
    ALREADY_REVERSED(409, "It was reversed already"),
    PAYMENT_REFUNDED(409, "Part of the payment was refunded already"),
    REFUND_EXCEEDS_PAYMENT(409, "The refund is more than the payment has left"),
    IMPORT_RUNNING(409, "The import still has rows to carry out"),
    IMPORT_CANCELLED(409, "The import was cancelled"),
    IMPORT_OVER(409, "There is nothing left to cancel"),
    TOO_MANY_IMPORTS(409, "The account has too many imports running"),
    NOT_REVERSIBLE(409, "An import of this kind cannot be reversed"),
    INVALID_FILE(400, "The file is not a table of that kind"),
    INVALID_ROW(400, "The row does not follow the form"),
    CURRENCY_MISMATCH(422, "The amount is not in the institution's currency"),
    CORRECTIONS_DO_NOT_FIT(422, "A granted amendment names its corrections, a denied one has none"),
    DATES_OUT_OF_ORDER(422, "The dates are out of order"),
    DEPOSIT_EXCEEDS_TUITION(422, "The deposit is more than the tuition"),
    OF_ANOTHER_STUDENT(422, "The enrollment belongs to another student"),
    OF_ANOTHER_INSTITUTION(422, "It belongs to another institution"),
    PATHWAY_UNKNOWN(422, "There is no such pathway"),
    REQUIREMENT_TOO_COMPLEX(422, "The requirement would take too much work to evaluate"),
    NODE_UNKNOWN(422, "The requirement has no such node"),
    NO_PRICE_KNOWN(422, "There is no offering to take the price from"),
    KEY_REUSED(422, "The Idempotency-Key was used for another request"),
    KEY_IN_PROGRESS(409, "A request with this Idempotency-Key is being handled"),
    QUOTA_EXCEEDED(429, "The student sent too many commands"),
    COMMIT_TOO_LARGE(413, "The change is too large for the event log"),
    TOO_BUSY(503, "Other requests keep changing the same records"),
    LOG_UNAVAILABLE(503, "The event log is unavailable"),
    OUTCOME_UNKNOWN(503, "It is not known yet whether this took effect");

    private final int status;
    private final String title;

    Reason(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
