package colophon.commands.candidacy;

import colophon.api.request.Identifiers;
import colophon.commands.credential.AutomaticConferral;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.institution.Institution;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.commands.program.Certificate;
import colophon.commands.student.DeclareCandidacy;
import colophon.commands.student.GrantLeave;
import colophon.commands.student.MoveCandidacy;
import colophon.commands.student.ReinstateCandidacy;
import colophon.commands.student.Student;
import colophon.commands.transcript.TranscriptRules;
import colophon.events.student.StudentEvent;

import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

@Component
class CandidacyCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final AutomaticConferral conferral;
    private final Today today;

    CandidacyCommandHandler(StateStore states, Today today) {
        this.states = states;
        this.conferral = new AutomaticConferral(states, Identifiers::random);
        this.today = today;
    }

    @CommandHandler
    CommandAnswer handle(DeclareCandidacy command) {
        var certificate = certificate(command.certificateId());
        var student = locked(command.studentId());
        var decided = Student.decide(command, certificate, student, day(certificate));
        append(command.studentId(), decided);
        settle(command.studentId(), "declared", decided);
        return CommandAnswer.made(
                !decided.isEmpty(), candidate(command.studentId(), command.certificateId()));
    }

    @CommandHandler
    CommandAnswer handle(MoveCandidacy command) {
        var certificate = certificate(command.certificateId());
        var student = locked(command.studentId());
        var decided = Student.decide(command, certificate, student, day(certificate));
        append(command.studentId(), decided);
        settle(command.studentId(), command.reason(), decided);
        return CommandAnswer.ok(candidate(command.studentId(), command.certificateId()));
    }

    @CommandHandler
    CommandAnswer handle(GrantLeave command) {
        var certificate = certificate(command.certificateId());
        var student = locked(command.studentId());
        append(command.studentId(), Student.decide(command, certificate, student));
        return CommandAnswer.ok(candidate(command.studentId(), command.certificateId()));
    }

    @CommandHandler
    CommandAnswer handle(ReinstateCandidacy command) {
        var certificate = certificate(command.certificateId());
        var student = locked(command.studentId());
        append(command.studentId(), Student.decide(command, student, day(certificate)));
        return CommandAnswer.ok(candidate(command.studentId(), command.certificateId()));
    }

    private Certificate.Defined certificate(String id) {
        return Certificate.defined(states.read(Certificate.STREAM.stream(id)), id);
    }

    private LocalDate day(Certificate.Defined certificate) {
        return today.in(Institution.require(states, certificate.as().institutionId()).zone());
    }

    private Student locked(String studentId) {
        var stream = Student.STREAM.stream(studentId);
        states.lock(stream, TranscriptRules.STREAM.stream(studentId));
        return states.read(stream);
    }

    private void append(String studentId, List<StudentEvent> decided) {
        states.append(Student.STREAM.stream(studentId), decided);
    }

    private void settle(String studentId, String reason, List<StudentEvent> decided) {
        if (!decided.isEmpty()) conferral.settle(studentId, reason, today.now());
    }

    private CandidacyResult candidate(String studentId, String certificateId) {
        var student = states.read(Student.STREAM.stream(studentId));
        var candidacy = Student.candidacy(student, studentId, certificateId);
        return new CandidacyResult(
                studentId,
                certificateId,
                candidacy.requirementVersion(),
                candidacy.as().matriculated(),
                candidacy.pathway(),
                candidacy.as().declaredOn());
    }

    record CandidacyResult(
            String studentId,
            String certificateId,
            int requirementVersion,
            boolean matriculated,
            @Nullable String pathway,
            LocalDate declaredOn) {}
}
