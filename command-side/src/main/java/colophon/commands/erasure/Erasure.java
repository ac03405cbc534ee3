package colophon.commands.erasure;

import static colophon.commands.Reason.ERASURE_NOT_REQUESTED;
import static colophon.commands.Reason.ERASURE_REQUESTED;
import static colophon.commands.Reason.SECOND_ADMINISTRATOR_NEEDED;
import static colophon.commands.Reason.STUDENT_ERASED;

import colophon.commands.Refusal;
import colophon.events.student.ErasureRequested;
import colophon.events.student.ErasureWithdrawn;
import colophon.events.student.StudentErased;
import colophon.events.student.StudentEvent;

import java.util.List;

/** How far the erasure of a known student is. */
public sealed interface Erasure {

    /** No erasure is requested. */
    record Unasked() implements Erasure {}

    /** This account requested the erasure; nothing is erased yet. */
    record Asked(String by) implements Erasure {}

    /** The student is erased: nobody can identify them any more. */
    record Done() implements Erasure {}

    /**
     * Requests an erasure. Returns an empty list if the same account requested it already or the
     * student is erased.
     */
    static List<StudentEvent> decide(RequestErasure r, Erasure erasure) {
        return switch (erasure) {
            case Unasked _ -> List.of(new ErasureRequested(r.studentId(), r.reason(), r.by()));
            case Asked asked when asked.by().equals(r.by()) -> List.of();
            case Asked asked ->
                    throw new Refusal(
                            ERASURE_REQUESTED,
                            "Account "
                                    + asked.by()
                                    + " already requested it: confirm that request, or withdraw"
                                    + " it.");
            case Done _ -> List.of();
        };
    }

    /**
     * Confirms an erasure. The account that requested it is refused. Returns an empty list if the
     * student is erased already.
     */
    static List<StudentEvent> decide(ConfirmErasure r, Erasure erasure) {
        return switch (erasure) {
            case Unasked _ -> throw nobodyAsks(r.studentId());
            case Asked asked when asked.by().equals(r.by()) ->
                    throw new Refusal(
                            SECOND_ADMINISTRATOR_NEEDED,
                            "Account " + r.by() + " requested it; another one has to confirm.");
            case Asked _ -> List.of(new StudentErased(r.studentId(), r.by()));
            case Done _ -> List.of();
        };
    }

    /**
     * Withdraws a request. Any account that may request an erasure may withdraw one; a finished
     * erasure stays.
     */
    static List<StudentEvent> decide(WithdrawErasure r, Erasure erasure) {
        return switch (erasure) {
            case Unasked _ -> throw nobodyAsks(r.studentId());
            case Asked _ -> List.of(new ErasureWithdrawn(r.studentId(), r.reason()));
            case Done _ -> throw erased(r.studentId());
        };
    }

    /** The refusal of a command that needs the key of an erased student. */
    static Refusal erased(String studentId) {
        return new Refusal(
                STUDENT_ERASED,
                "Student "
                        + studentId
                        + " was erased; nothing that identifies a person is kept for that id any"
                        + " more.");
    }

    private static Refusal nobodyAsks(String studentId) {
        return new Refusal(
                ERASURE_NOT_REQUESTED, "No erasure of student " + studentId + " is requested.");
    }
}
