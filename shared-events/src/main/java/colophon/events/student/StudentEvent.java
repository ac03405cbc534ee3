package colophon.events.student;

/** Everything that can happen to one student. */
public sealed interface StudentEvent
        permits StudentRegistered,
                CandidacyDeclared,
                CandidacyMoved,
                LeaveGranted,
                CandidacyReinstated,
                ErasureRequested,
                ErasureWithdrawn,
                StudentErased {

    /** The student this is about. */
    String studentId();
}
