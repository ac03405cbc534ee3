package colophon.commands.candidacy;

import colophon.commands.credential.WhenMetThenConfer;
import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.program.Certificate;
import colophon.commands.student.DeclareCandidacy;
import colophon.commands.student.GrantLeave;
import colophon.commands.student.MoveCandidacy;
import colophon.commands.student.ReinstateCandidacy;
import colophon.commands.student.Student;
import colophon.commands.transcript.Entries;
import colophon.events.student.StudentEvent;

import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

@Component
class CandidacyDesk implements Desk {

    private final Subjects subjects;
    private final WhenMetThenConfer conferral;

    CandidacyDesk(Subjects subjects, Today today) {
        this.subjects = subjects;
        this.conferral = new WhenMetThenConfer(subjects, today);
    }

    @CommandHandler
    Answer handle(DeclareCandidacy command) {
        var certificate = certificate(command.certificateId());
        var student = locked(command.studentId());
        var decided = Student.decide(command, certificate, student, day(certificate));
        append(command.studentId(), decided);
        settle(command.studentId(), "declared", decided);
        return Answer.made(
                !decided.isEmpty(), candidate(command.studentId(), command.certificateId()));
    }

    @CommandHandler
    Answer handle(MoveCandidacy command) {
        var certificate = certificate(command.certificateId());
        var student = locked(command.studentId());
        var decided = Student.decide(command, certificate, student, day(certificate));
        append(command.studentId(), decided);
        settle(command.studentId(), command.reason(), decided);
        return Answer.ok(candidate(command.studentId(), command.certificateId()));
    }

    @CommandHandler
    Answer handle(GrantLeave command) {
        var certificate = certificate(command.certificateId());
        var student = locked(command.studentId());
        append(command.studentId(), Student.decide(command, certificate, student));
        return Answer.ok(candidate(command.studentId(), command.certificateId()));
    }

    @CommandHandler
    Answer handle(ReinstateCandidacy command) {
        var certificate = certificate(command.certificateId());
        var student = locked(command.studentId());
        append(command.studentId(), Student.decide(command, student, day(certificate)));
        return Answer.ok(candidate(command.studentId(), command.certificateId()));
    }

    private Certificate.Defined certificate(String id) {
        return Certificate.defined(subjects.read(Certificate.SUBJECT.stream(id)), id);
    }

    private LocalDate day(Certificate.Defined certificate) {
        return conferral.day(certificate.as().institutionId());
    }

    private Student locked(String studentId) {
        var stream = Student.SUBJECT.stream(studentId);
        subjects.lock(stream, Entries.SUBJECT.stream(studentId));
        return subjects.read(stream);
    }

    private void append(String studentId, List<StudentEvent> decided) {
        subjects.append(Student.SUBJECT.stream(studentId), decided);
    }

    private void settle(String studentId, String reason, List<StudentEvent> decided) {
        if (!decided.isEmpty()) conferral.settle(studentId, reason);
    }

    private Candidate candidate(String studentId, String certificateId) {
        var student = subjects.read(Student.SUBJECT.stream(studentId));
        var candidacy = Student.candidacy(student, studentId, certificateId);
        return new Candidate(
                studentId,
                certificateId,
                candidacy.requirementVersion(),
                candidacy.as().matriculated(),
                candidacy.pathway(),
                candidacy.as().declaredOn());
    }

    record Candidate(
            String studentId,
            String certificateId,
            int requirementVersion,
            boolean matriculated,
            @Nullable String pathway,
            LocalDate declaredOn) {}
}
