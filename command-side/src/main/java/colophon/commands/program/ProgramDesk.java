package colophon.commands.program;

import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.institution.Institution;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.program.ProgramOpened;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ProgramDesk implements Desk {

    private final Subjects subjects;
    private final Today today;

    ProgramDesk(Subjects subjects, Today today) {
        this.subjects = subjects;
        this.today = today;
    }

    @CommandHandler
    Answer handle(OpenProgram command) {
        institution(command.institutionId());
        var stream = Program.SUBJECT.stream(command.programId());
        subjects.lock(stream);
        var decided = Program.decide(command, subjects.read(stream));
        subjects.append(stream, decided);
        return Answer.made(!decided.isEmpty(), new Made(command.programId()));
    }

    @CommandHandler
    Answer handle(ListCourse command) {
        var program = program(command.programId());
        var stream = Course.SUBJECT.stream(command.courseId());
        subjects.lock(stream);
        var decided = Course.decide(command, program, subjects.read(stream));
        subjects.append(stream, decided);
        return Answer.made(!decided.isEmpty(), new Made(command.courseId()));
    }

    @CommandHandler
    Answer handle(DefineCertificate command) {
        var program = program(command.programId());
        command.requirement().courseIds().forEach(this::course);
        var day = today.in(institution(program.institutionId()).zone());
        var stream = Certificate.SUBJECT.stream(command.certificateId());
        subjects.lock(stream);
        var decided = Certificate.decide(command, program, subjects.read(stream), day);
        subjects.append(stream, decided);
        return Answer.made(!decided.isEmpty(), new CertificateMade(command.certificateId(), 1));
    }

    private InstitutionRegistered institution(String id) {
        return Institution.known(subjects.read(Institution.SUBJECT.stream(id)), id);
    }

    private ProgramOpened program(String id) {
        return Program.known(subjects.read(Program.SUBJECT.stream(id)), id);
    }

    private void course(String id) {
        Course.known(subjects.read(Course.SUBJECT.stream(id)), id);
    }

    record Made(String id) {}

    record CertificateMade(String id, int requirementVersion) {}
}
