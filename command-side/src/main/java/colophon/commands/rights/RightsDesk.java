package colophon.commands.rights;

import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subject.Stream;
import colophon.commands.desk.Subjects;
import colophon.commands.erasure.Erasure;
import colophon.commands.institution.Institution;
import colophon.commands.student.Student;
import colophon.events.privacy.Seals;
import colophon.events.rights.RightsEvent;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RightsDesk implements Desk {

    private final Subjects subjects;
    private final Seals seals;

    RightsDesk(Subjects subjects, Seals seals) {
        this.subjects = subjects;
        this.seals = seals;
    }

    @CommandHandler
    Answer handle(ChangeDirectoryOptOut command) {
        var rights = locked(command.studentId());
        subjects.append(rights, Rights.decide(command, subjects.read(rights)));
        return Answer.ok(new Named(command.studentId(), command.optedOut()));
    }

    @CommandHandler
    Answer handle(RequestAmendment command) {
        if (command.institutionId() != null)
            Institution.known(
                    subjects.read(Institution.SUBJECT.stream(command.institutionId())),
                    command.institutionId());
        var rights = locked(command.studentId());
        var texts = Texts.of(seals, command.studentId(), command.wrong(), command.right());
        var decided = Rights.decide(command, texts, subjects.read(rights));
        subjects.append(rights, decided);
        return Answer.made(
                !decided.isEmpty(), new Amended(command.amendmentId(), command.studentId()));
    }

    @CommandHandler
    Answer handle(DecideAmendment command) {
        var rights = locked(command.studentId());
        var reason = Texts.of(seals, command.studentId(), command.reason());
        subjects.append(rights, Rights.decide(command, reason, subjects.read(rights)));
        return Answer.ok(new Amended(command.amendmentId(), command.studentId()));
    }

    @CommandHandler
    Answer handle(PlaceStatement command) {
        var rights = locked(command.studentId());
        var text = Texts.of(seals, command.studentId(), command.statement());
        subjects.append(rights, Rights.decide(command, text, subjects.read(rights)));
        return Answer.ok(new Amended(command.amendmentId(), command.studentId()));
    }

    /** Checks that the student exists before anything is sealed, since sealing would make a key. */
    private Stream<Rights, RightsEvent> locked(String studentId) {
        var student = Student.known(subjects.read(Student.SUBJECT.stream(studentId)), studentId);
        if (student.erasure() instanceof Erasure.Done) throw Erasure.erased(studentId);
        var rights = Rights.SUBJECT.stream(studentId);
        subjects.lock(rights);
        return rights;
    }

    record Named(String studentId, boolean optedOut) {}

    record Amended(String id, String studentId) {}
}
