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
    record NotRequested() implements Erasure {}

    /** This account requested the erasure; nothing is erased yet. */
    record Requested(String by) implements Erasure {}

    /** The student is erased: nobody can identify them any more. */
    record Erased() implements Erasure {}

    /**
     * Requests an erasure. Returns an empty list if the same account requested it already or the
     * student is erased.
     */
    static List<StudentEvent> decide(RequestErasure command, Erasure erasure) {
        return switch (erasure) {
            case NotRequested _ ->
                    List.of(
                            new ErasureRequested(
                                    command.studentId(), command.reason(), command.by()));
            case Requested asked when asked.by().equals(command.by()) -> List.of();
            case Requested asked ->
                    throw new Refusal(
                            ERASURE_REQUESTED,
                            "Account "
                                    + asked.by()
                                    + " already requested it: confirm that request, or withdraw"
                                    + " it.");
            case Erased _ -> List.of();
        };
    }

    /**
     * Confirms an erasure. The account that requested it is refused. Returns an empty list if the
     * student is erased already.
     */
    static List<StudentEvent> decide(ConfirmErasure command, Erasure erasure) {
        return switch (erasure) {
            case NotRequested _ -> throw nobodyAsks(command.studentId());
            case Requested asked when asked.by().equals(command.by()) ->
                    throw new Refusal(
                            SECOND_ADMINISTRATOR_NEEDED,
                            "Account "
                                    + command.by()
                                    + " requested it; another one has to confirm.");
            case Requested _ -> List.of(new StudentErased(command.studentId(), command.by()));
            case Erased _ -> List.of();
        };
    }

    /**
     * Withdraws a request. Any account that may request an erasure may withdraw one; a finished
     * erasure stays.
     */
    static List<StudentEvent> decide(WithdrawErasure command, Erasure erasure) {
        return switch (erasure) {
            case NotRequested _ -> throw nobodyAsks(command.studentId());
            case Requested _ ->
                    List.of(new ErasureWithdrawn(command.studentId(), command.reason()));
            case Erased _ -> throw erased(command.studentId());
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
