package colophon.commands.candidacy;

import colophon.api.request.Identifiers;
import colophon.commands.credential.AutomaticConferral;
import colophon.commands.credential.RequirementCheck;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.institution.Institution;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.commands.program.Course;
import colophon.commands.student.Student;
import colophon.commands.transcript.ShareCredit;
import colophon.commands.transcript.SubstituteCourse;
import colophon.commands.transcript.TranscriptRules;
import colophon.commands.transcript.TransferCredit;
import colophon.commands.transcript.WaiveRequirement;
import colophon.commands.transcript.WithdrawTranscriptEntry;
import colophon.events.progress.completions.Transcript;
import colophon.events.transcript.TranscriptChange;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

/** A transcript entry and the certificate it earns or loses are one commit. */
@Component
class TranscriptCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final RequirementCheck check;
    private final AutomaticConferral conferral;
    private final Today today;

    TranscriptCommandHandler(StateStore states, Today today) {
        this.states = states;
        this.check = new RequirementCheck(states);
        this.conferral = new AutomaticConferral(states, Identifiers::random);
        this.today = today;
    }

    @CommandHandler
    CommandAnswer handle(TransferCredit command) {
        var course = Course.require(states, command.courseId());
        var transcript = locked(command.studentId());
        var day = day(course.institutionId());
        return made(
                command.studentId(),
                command.creditId(),
                command.reason(),
                TranscriptRules.decide(command, course, transcript, day));
    }

    @CommandHandler
    CommandAnswer handle(WaiveRequirement command) {
        var transcript = locked(command.studentId());
        var student = states.read(Student.STREAM.stream(command.studentId()));
        var candidacy = Student.candidacy(student, command.studentId(), command.certificateId());
        var version = candidacy.requirementVersion();
        var goal = check.goal(candidacy.as(), version, candidacy.pathway());
        var day = day(candidacy.as().institutionId());
        return made(
                command.studentId(),
                command.waiverId(),
                command.reason(),
                TranscriptRules.decide(command, version, goal, transcript, day));
    }

    @CommandHandler
    CommandAnswer handle(SubstituteCourse command) {
        var course = Course.require(states, command.courseId());
        Course.require(states, command.byCourseId());
        var transcript = locked(command.studentId());
        var student = states.read(Student.STREAM.stream(command.studentId()));
        Student.candidacy(student, command.studentId(), command.certificateId());
        var day = day(course.institutionId());
        return made(
                command.studentId(),
                command.substitutionId(),
                command.reason(),
                TranscriptRules.decide(command, course, transcript, day));
    }

    @CommandHandler
    CommandAnswer handle(ShareCredit command) {
        var transcript = locked(command.studentId());
        return made(
                command.studentId(),
                command.sharingId(),
                command.reason(),
                TranscriptRules.decide(command, transcript));
    }

    @CommandHandler
    CommandAnswer handle(WithdrawTranscriptEntry command) {
        var transcript = locked(command.studentId());
        var decided = TranscriptRules.decide(command, transcript);
        made(command.studentId(), command.entryId(), command.reason(), decided);
        return CommandAnswer.ok(new EntryResult(command.entryId(), "withdrawn"));
    }

    private CommandAnswer made(
            String studentId, String id, String reason, List<TranscriptChange> decided) {
        states.append(TranscriptRules.STREAM.stream(studentId), decided);
        if (!decided.isEmpty()) conferral.settle(studentId, reason, today.now());
        return CommandAnswer.made(!decided.isEmpty(), new EntryResult(id, "holds"));
    }

    private Transcript locked(String studentId) {
        var student = Student.STREAM.stream(studentId);
        var transcript = TranscriptRules.STREAM.stream(studentId);
        Student.require(states, studentId);
        states.lock(student, transcript);
        return states.read(transcript);
    }

    private LocalDate day(String institutionId) {
        return today.in(Institution.require(states, institutionId).zone());
    }

    record EntryResult(String id, String status) {}
}
