package colophon.commands.student;

import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.institution.Institution;
import colophon.commands.program.Certificate;
import colophon.events.student.CandidacyDeclared;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Objects;

@Component
class StudentDesk implements Desk {

    private final Subjects subjects;
    private final Today today;

    StudentDesk(Subjects subjects, Today today) {
        this.subjects = subjects;
        this.today = today;
    }

    @CommandHandler
    Answer handle(RegisterStudent command) {
        var stream = Student.SUBJECT.stream(command.studentId());
        subjects.lock(stream);
        var decided = Student.decide(command, subjects.read(stream));
        subjects.append(stream, decided);
        return Answer.made(!decided.isEmpty(), new Made(command.studentId()));
    }

    @CommandHandler
    Answer handle(DeclareCandidacy command) {
        var certificate =
                Certificate.known(
                        subjects.read(Certificate.SUBJECT.stream(command.certificateId())),
                        command.certificateId());
        var institution =
                Institution.known(
                        subjects.read(Institution.SUBJECT.stream(certificate.institutionId())),
                        certificate.institutionId());
        var stream = Student.SUBJECT.stream(command.studentId());
        subjects.lock(stream);
        var decided =
                Student.decide(
                        command, certificate, subjects.read(stream), today.in(institution.zone()));
        subjects.append(stream, decided);
        var candidacy =
                Student.known(subjects.read(stream), command.studentId())
                        .candidacies()
                        .get(command.certificateId());
        return Answer.made(!decided.isEmpty(), Candidate.of(Objects.requireNonNull(candidacy)));
    }

    record Made(String id) {}

    record Candidate(
            String studentId,
            String certificateId,
            int requirementVersion,
            boolean matriculated,
            LocalDate declaredOn) {

        static Candidate of(CandidacyDeclared e) {
            return new Candidate(
                    e.studentId(),
                    e.certificateId(),
                    e.requirementVersion(),
                    e.matriculated(),
                    e.declaredOn());
        }
    }
}
