package colophon.commands;

import java.util.Locale;

/**
 * Why a request was refused: the whole list, part of the API. Every reason has a section of its own
 * in {@code docs/problems.md}.
 */
public enum Reason {
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
    IMPORT_NOT_FOUND(404, "No such import"),
    ID_TAKEN(409, "The id already names something else"),
    ALREADY_DECLARED(409, "The student is a candidate already"),
    ALREADY_ENROLLED(409, "The student has a seat already"),
    OFFERING_FULL(409, "The offering is full"),
    ALREADY_FINISHED(409, "The enrollment has an outcome already"),
    NO_OUTCOME(409, "There is no outcome to reverse"),
    FUND_NOT_OPEN(409, "The fund makes no awards on that day"),
    FUND_EXHAUSTED(409, "The fund has not enough left"),
    TOO_MANY_AWARDS(409, "The student holds as many awards of the fund as it allows"),
    AWARD_EXPIRED(409, "The award has expired"),
    AWARD_ENDED(409, "The award was released or revoked"),
    REFUND_EXCEEDS_PAYMENT(409, "More than the payment has left to refund"),
    IMPORT_RUNNING(409, "The import still has rows to carry out"),
    NOT_REVERSIBLE(409, "What was imported is not taken back"),
    ALREADY_REVERSED(409, "The import is taken back already"),
    INVALID_FILE(400, "The file is no table of that kind"),
    INVALID_ROW(400, "The row does not follow the form"),
    INVALID_PARAMETER(400, "A parameter cannot be understood"),
    UNKNOWN_PARAMETER(400, "There is no such parameter"),
    CURRENCY_MISMATCH(422, "Not the currency of the institution"),
    DATES_OUT_OF_ORDER(422, "It ends before it starts"),
    OF_ANOTHER_STUDENT(422, "The enrollment is another student's"),
    OF_ANOTHER_INSTITUTION(422, "It belongs to another institution"),
    NO_PRICE_KNOWN(422, "There is no offering to take the price from"),
    KEY_REUSED(422, "The Idempotency-Key was used for another request"),
    KEY_IN_PROGRESS(409, "A request with this Idempotency-Key is being handled"),
    COMMIT_TOO_LARGE(413, "The decision is larger than the log takes"),
    TOO_BUSY(503, "Others keep changing the same records"),
    LOG_UNAVAILABLE(503, "The event log takes nothing at the moment"),
    OUTCOME_UNKNOWN(503, "It is not known yet whether this took effect");

    private final int status;
    private final String title;

    Reason(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The word of the reason in the API: {@code offering-full}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    /** One line for people; says nothing of the single case. */
    public String title() {
        return title;
    }
}
