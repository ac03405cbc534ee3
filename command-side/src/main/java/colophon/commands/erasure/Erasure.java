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

/** How far the erasure of a known student is. Pure: no clock, no I/O, no framework. */
public sealed interface Erasure {

    /** Nobody asks for it. */
    record Unasked() implements Erasure {}

    /** Asked for, by this account; nothing is erased yet. */
    record Asked(String by) implements Erasure {}

    /** Nobody can tell any more who the student was. */
    record Done() implements Erasure {}

    /** An empty list when the same account asked already, or they are erased. */
    static List<StudentEvent> decide(RequestErasure r, Erasure erasure) {
        return switch (erasure) {
            case Unasked _ -> List.of(new ErasureRequested(r.studentId(), r.reason(), r.by()));
            case Asked asked when asked.by().equals(r.by()) -> List.of();
            case Asked asked ->
                    throw new Refusal(
                            ERASURE_REQUESTED,
                            "Account "
                                    + asked.by()
                                    + " asks for it already: confirm that request, or withdraw"
                                    + " it.");
            case Done _ -> List.of();
        };
    }

    /** An empty list when they are erased already. Whoever asked cannot confirm. */
    static List<StudentEvent> decide(ConfirmErasure r, Erasure erasure) {
        return switch (erasure) {
            case Unasked _ -> throw nobodyAsks(r.studentId());
            case Asked asked when asked.by().equals(r.by()) ->
                    throw new Refusal(
                            SECOND_ADMINISTRATOR_NEEDED,
                            "Account " + r.by() + " asked for it; another one has to confirm.");
            case Asked _ -> List.of(new StudentErased(r.studentId(), r.by()));
            case Done _ -> List.of();
        };
    }

    /** Anybody who may ask may withdraw; what is erased stays so. */
    static List<StudentEvent> decide(WithdrawErasure r, Erasure erasure) {
        return switch (erasure) {
            case Unasked _ -> throw nobodyAsks(r.studentId());
            case Asked _ -> List.of(new ErasureWithdrawn(r.studentId(), r.reason()));
            case Done _ -> throw erased(r.studentId());
        };
    }

    /** The refusal of what would need the key of someone erased. */
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
                ERASURE_NOT_REQUESTED, "Nobody asks for student " + studentId + " to be erased.");
    }
}
