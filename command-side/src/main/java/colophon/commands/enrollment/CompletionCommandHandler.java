package colophon.commands.enrollment;

import colophon.commands.credential.AutomaticConferral;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.commands.program.Course;
import colophon.commands.student.Student;
import colophon.commands.transcript.TranscriptRules;
import colophon.events.enrollment.CourseCompleted;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class CompletionCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final AutomaticConferral conferral;

    CompletionCommandHandler(StateStore states, Today today) {
        this.states = states;
        this.conferral = new AutomaticConferral(states, today);
    }

    /** The outcome, the transcript entry and the certificate it earns are one commit. */
    @CommandHandler
    CommandAnswer handle(RecordOutcome command) {
        var stream = Enrollment.STREAM.stream(command.enrollmentId());
        var details = lock(command.enrollmentId());
        var day = conferral.day(details.institutionId());
        var decided = Enrollment.decide(command, states.read(stream), day);
        states.append(stream, decided);
        for (var event : decided)
            if (event instanceof CourseCompleted completed) {
                var course = Course.STREAM.stream(completed.courseId());
                var listed = Course.require(states.read(course), completed.courseId());
                states.append(
                        TranscriptRules.STREAM.stream(details.studentId()),
                        TranscriptRules.posted(completed, listed));
                conferral.settle(details.studentId(), "completed");
            }
        return CommandAnswer.ok(new OutcomeResult(command.enrollmentId(), "finished"));
    }

    /**
     * A certificate that rests on the reversed outcome is revoked, or superseded if it is still
     * earned.
     */
    @CommandHandler
    CommandAnswer handle(ReverseCompletion command) {
        var stream = Enrollment.STREAM.stream(command.enrollmentId());
        var details = lock(command.enrollmentId());
        var decided = Enrollment.decide(command, states.read(stream));
        states.append(stream, decided);
        if (!decided.isEmpty()) {
            var transcript = TranscriptRules.STREAM.stream(details.studentId());
            var removed =
                    TranscriptRules.removed(
                            details.studentId(),
                            command.enrollmentId(),
                            command.reason(),
                            states.read(transcript));
            states.append(transcript, removed);
            if (!removed.isEmpty()) conferral.settle(details.studentId(), command.reason());
        }
        return CommandAnswer.ok(new OutcomeResult(command.enrollmentId(), "enrolled"));
    }

    /** The student of an enrollment never changes, so it may be read before anything is locked. */
    private Enrollment.Details lock(String enrollmentId) {
        var stream = Enrollment.STREAM.stream(enrollmentId);
        var details = Enrollment.requireDetails(states.read(stream), enrollmentId);
        states.lock(
                stream,
                Student.STREAM.stream(details.studentId()),
                TranscriptRules.STREAM.stream(details.studentId()));
        return details;
    }

    record OutcomeResult(String id, String status) {}
}
