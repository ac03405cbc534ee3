package colophon.commands.institution;

import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class InstitutionDesk implements Desk {

    private final Subjects subjects;

    InstitutionDesk(Subjects subjects) {
        this.subjects = subjects;
    }

    @CommandHandler
    Answer handle(RegisterInstitution command) {
        var stream = Institution.SUBJECT.stream(command.institutionId());
        subjects.lock(stream);
        var decided = Institution.decide(command, subjects.read(stream));
        subjects.append(stream, decided);
        return Answer.made(!decided.isEmpty(), new Made(command.institutionId()));
    }

    record Made(String id) {}
}
