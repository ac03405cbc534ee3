package colophon.commands.imports;

import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;
import colophon.events.imports.ImportKind;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ImportDesk implements Desk {

    private static final int ACCEPTED = 202;

    private final Subjects subjects;

    ImportDesk(Subjects subjects) {
        this.subjects = subjects;
    }

    @CommandHandler
    Answer handle(StartImport command) {
        var stream = Import.SUBJECT.stream(command.importId());
        subjects.lock(stream);
        var decided = Import.decide(command, subjects.read(stream));
        subjects.append(stream, decided);
        var as = Import.known(subjects.read(stream), command.importId());
        var body = new Taken(as.importId(), as.kind(), as.rows());
        return decided.isEmpty() ? Answer.ok(body) : new Answer(ACCEPTED, body);
    }

    @CommandHandler
    Answer handle(FinishImport command) {
        var stream = Import.SUBJECT.stream(command.importId());
        subjects.lock(stream);
        subjects.append(stream, Import.decide(command, subjects.read(stream)));
        return Answer.ok(new Moved(command.importId(), "finished"));
    }

    /** The counts are known only when the last row under way has its result. */
    @CommandHandler
    Answer handle(CancelImport command) {
        var stream = Import.SUBJECT.stream(command.importId());
        subjects.lock(stream);
        var decided = Import.decide(command, subjects.read(stream));
        subjects.append(stream, decided);
        var ending = Import.isEnding(subjects.read(stream));
        var body = new Moved(command.importId(), ending ? "cancelling" : "cancelled");
        return decided.isEmpty() ? Answer.ok(body) : new Answer(ACCEPTED, body);
    }

    @CommandHandler
    Answer handle(FinishCancellation command) {
        var stream = Import.SUBJECT.stream(command.importId());
        subjects.lock(stream);
        subjects.append(stream, Import.decide(command, subjects.read(stream)));
        return Answer.ok(new Moved(command.importId(), "cancelled"));
    }

    @CommandHandler
    Answer handle(ReverseImport command) {
        var stream = Import.SUBJECT.stream(command.importId());
        subjects.lock(stream);
        var decided = Import.decide(command, subjects.read(stream));
        subjects.append(stream, decided);
        var body = new Moved(command.importId(), "reversing");
        return decided.isEmpty() ? Answer.ok(body) : new Answer(ACCEPTED, body);
    }

    @CommandHandler
    Answer handle(FinishReversal command) {
        var stream = Import.SUBJECT.stream(command.importId());
        subjects.lock(stream);
        subjects.append(stream, Import.decide(command, subjects.read(stream)));
        return Answer.ok(new Moved(command.importId(), "reversed"));
    }

    record Taken(String id, ImportKind kind, int rows) {}

    record Moved(String id, String status) {}
}
