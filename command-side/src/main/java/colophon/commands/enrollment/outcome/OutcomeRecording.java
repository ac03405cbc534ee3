package colophon.commands.enrollment.outcome;

import colophon.commands.credential.AutomaticConferral;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.institution.Institution;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.program.Course;
import colophon.commands.student.Student;
import colophon.commands.transcript.TranscriptRules;

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
        var enrollment = Enrollment.STREAM.stream(command.enrollmentId());
        if (!command.completed()) {
            states.append(enrollment, EnrollmentOutcome.fail(command, known, today));
            return;
        }
        var course = Course.require(states, known.details().courseId());
        var decided = EnrollmentOutcome.complete(command, course, known, today);
        if (decided.isEmpty()) return;
        var studentId = known.details().studentId();
        states.append(List.of(enrollment, TranscriptRules.STREAM.stream(studentId)), decided);
        conferral.settle(studentId, "completed", now);
    }

    /**
     * Reverses an outcome. A certificate that rests on it is revoked, or superseded if it is still
     * earned.
     */
    void reverse(ReverseCompletion command, Instant now) {
        var known = Enrollment.require(states, command.enrollmentId());
        var decided = EnrollmentOutcome.decide(command, known);
        var enrollment = Enrollment.STREAM.stream(command.enrollmentId());
        var studentId = known.details().studentId();
        var transcript = TranscriptRules.STREAM.stream(studentId);
        if (!states.read(transcript).completions().containsKey(command.enrollmentId())) {
            states.append(enrollment, decided);
            return;
        }
        states.append(List.of(enrollment, transcript), decided);
        if (!decided.isEmpty()) conferral.settle(studentId, command.reason(), now);
    }
}
