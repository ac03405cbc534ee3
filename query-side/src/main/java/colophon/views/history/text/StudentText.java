package colophon.views.history.text;

import colophon.events.student.CandidacyDeclared;
import colophon.events.student.CandidacyMoved;
import colophon.events.student.CandidacyReinstated;
import colophon.events.student.ErasureRequested;
import colophon.events.student.ErasureWithdrawn;
import colophon.events.student.LeaveGranted;
import colophon.events.student.StudentErased;
import colophon.events.student.StudentEvent;
import colophon.events.student.StudentRegistered;

/** The texts of the events of a student. */
final class StudentText {

    private StudentText() {}

    static String of(StudentEvent event) {
        return switch (event) {
            case StudentRegistered _ -> "Student {studentId} is registered";
            case CandidacyDeclared _ ->
                    "Student {studentId} declares for certificate {certificateId} under version"
                            + " {requirementVersion} of its requirement[, pathway {pathway}]";
            case CandidacyMoved _ ->
                    "The candidacy for certificate {certificateId} falls under version"
                            + " {requirementVersion} of its requirement[, pathway {pathway}]";
            case LeaveGranted _ -> "Leave from certificate {certificateId} from {from} to {until}";
            case CandidacyReinstated _ ->
                    "The candidacy for certificate {certificateId} is reinstated";
            case ErasureRequested _ ->
                    "Account {requestedBy} requests the erasure of student {studentId}";
            case ErasureWithdrawn _ -> "The request to erase student {studentId} is withdrawn";
            case StudentErased _ ->
                    "Account {confirmedBy} confirms, and student {studentId} is erased";
        };
    }
}
