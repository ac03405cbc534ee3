package colophon.commands.candidacy;

import colophon.commands.credential.WhenMetThenConfer;
import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.enrollment.RecordOutcome;
import colophon.commands.enrollment.ReverseCompletion;
import colophon.commands.program.Course;
import colophon.commands.student.Student;
import colophon.commands.transcript.Entries;
import colophon.events.enrollment.CourseCompleted;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class CompletionDesk implements Desk {

    private final Subjects subjects;
    private final WhenMetThenConfer conferral;

    CompletionDesk(Subjects subjects, Today today) {
        this.subjects = subjects;
        this.conferral = new WhenMetThenConfer(subjects, today);
    }

    /** The outcome, the transcript entry and the certificate it earns are one commit. */
    @CommandHandler
    Answer handle(RecordOutcome command) {
        var stream = Enrollment.SUBJECT.stream(command.enrollmentId());
        var as = lock(command.enrollmentId());
        var day = conferral.day(as.institutionId());
        var decided = Enrollment.decide(command, subjects.read(stream), day);
        subjects.append(stream, decided);
        for (var event : decided)
            if (event instanceof CourseCompleted completed) {
                var course = Course.SUBJECT.stream(completed.courseId());
                var listed = Course.known(subjects.read(course), completed.courseId());
                subjects.append(
                        Entries.SUBJECT.stream(as.studentId()), Entries.posted(completed, listed));
                conferral.settle(as.studentId(), "completed");
            }
        return Answer.ok(new Outcome(command.enrollmentId(), "finished"));
    }

    /**
     * A certificate that rests on the reversed outcome is revoked, or superseded if it is still
     * earned.
     */
    @CommandHandler
    Answer handle(ReverseCompletion command) {
        var stream = Enrollment.SUBJECT.stream(command.enrollmentId());
        var as = lock(command.enrollmentId());
        var decided = Enrollment.decide(command, subjects.read(stream));
        subjects.append(stream, decided);
        if (!decided.isEmpty()) {
            var transcript = Entries.SUBJECT.stream(as.studentId());
            var removed =
                    Entries.removed(
                            as.studentId(),
                            command.enrollmentId(),
                            command.reason(),
                            subjects.read(transcript));
            subjects.append(transcript, removed);
            if (!removed.isEmpty()) conferral.settle(as.studentId(), command.reason());
        }
        return Answer.ok(new Outcome(command.enrollmentId(), "enrolled"));
    }

    /** The student of an enrollment never changes, so it may be read before anything is locked. */
    private Enrollment.Particulars lock(String enrollmentId) {
        var stream = Enrollment.SUBJECT.stream(enrollmentId);
        var as = Enrollment.known(subjects.read(stream), enrollmentId);
        subjects.lock(
                stream,
                Student.SUBJECT.stream(as.studentId()),
                Entries.SUBJECT.stream(as.studentId()));
        return as;
    }

    record Outcome(String id, String status) {}
}
