package colophon.commands.enrollment;

import colophon.commands.credential.AutomaticConferral;
import colophon.commands.institution.Institution;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.program.Course;
import colophon.commands.student.Student;
import colophon.commands.transcript.TranscriptRules;
import colophon.events.enrollment.CourseCompleted;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Records and reverses outcomes. The outcome, the transcript entry and the certificate it earns are
 * one decision.
 */
final class OutcomeRecording {

    private final States states;
    private final AutomaticConferral conferral;

    /** {@code ids} gives the ids of new credentials. */
    OutcomeRecording(States states, Supplier<String> ids) {
        this.states = states;
        this.conferral = new AutomaticConferral(states, ids);
    }

    /** The streams to lock. Refused if the enrollment does not exist. */
    List<StreamId<?, ?>> streams(String enrollmentId) {
        var studentId = Enrollment.require(states, enrollmentId).details().studentId();
        return List.of(
                Enrollment.STREAM.stream(enrollmentId),
                Student.STREAM.stream(studentId),
                TranscriptRules.STREAM.stream(studentId));
    }

    /** Records an outcome. A completion is entered on the transcript. */
    void record(RecordOutcome command, Instant now) {
        var known = Enrollment.require(states, command.enrollmentId());
        var today = Institution.day(states, known.details().institutionId(), now);
        var decided = EnrollmentOutcome.decide(command, known, today);
        states.append(Enrollment.STREAM.stream(command.enrollmentId()), decided);
        for (var event : decided)
            if (event instanceof CourseCompleted completed) {
                var course = Course.require(states, completed.courseId());
                states.append(
                        TranscriptRules.STREAM.stream(completed.studentId()),
                        TranscriptRules.posted(completed, course));
                conferral.settle(completed.studentId(), "completed", now);
            }
    }

    /**
     * Reverses an outcome. A certificate that rests on it is revoked, or superseded if it is still
     * earned.
     */
    void reverse(ReverseCompletion command, Instant now) {
        var known = Enrollment.require(states, command.enrollmentId());
        var decided = EnrollmentOutcome.decide(command, known);
        states.append(Enrollment.STREAM.stream(command.enrollmentId()), decided);
        if (decided.isEmpty()) return;
        var studentId = known.details().studentId();
        var transcript = TranscriptRules.STREAM.stream(studentId);
        var removed =
                TranscriptRules.removed(
                        studentId,
                        command.enrollmentId(),
                        command.reason(),
                        states.read(transcript));
        states.append(transcript, removed);
        if (!removed.isEmpty()) conferral.settle(studentId, command.reason(), now);
    }
}
