package colophon.commands.imports;

import colophon.commands.gateway.CommandAnswer;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.events.imports.ImportKind;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ImportCommandHandler implements HandlesCommands {

    private static final int ACCEPTED = 202;

    private final StateStore states;

    ImportCommandHandler(StateStore states) {
        this.states = states;
    }

    @CommandHandler
    CommandAnswer handle(StartImport command) {
        var stream = Import.STREAM.stream(command.importId());
        states.lock(stream);
        var decided = Import.decide(command, states.read(stream));
        states.append(stream, decided);
        var as = Import.require(states.read(stream), command.importId());
        var body = new ImportStart(as.importId(), as.kind(), as.rows());
        return decided.isEmpty() ? CommandAnswer.ok(body) : new CommandAnswer(ACCEPTED, body);
    }

    @CommandHandler
    CommandAnswer handle(FinishImport command) {
        var stream = Import.STREAM.stream(command.importId());
        states.lock(stream);
        states.append(stream, Import.decide(command, states.read(stream)));
        return CommandAnswer.ok(new ImportResult(command.importId(), "finished"));
    }

    /** The counts are known only when the last row under way has its result. */
    @CommandHandler
    CommandAnswer handle(CancelImport command) {
        var stream = Import.STREAM.stream(command.importId());
        states.lock(stream);
        var decided = Import.decide(command, states.read(stream));
        states.append(stream, decided);
        var ending = Import.isEnding(states.read(stream));
        var body = new ImportResult(command.importId(), ending ? "cancelling" : "cancelled");
        return decided.isEmpty() ? CommandAnswer.ok(body) : new CommandAnswer(ACCEPTED, body);
    }

    @CommandHandler
    CommandAnswer handle(FinishCancellation command) {
        var stream = Import.STREAM.stream(command.importId());
        states.lock(stream);
        states.append(stream, Import.decide(command, states.read(stream)));
        return CommandAnswer.ok(new ImportResult(command.importId(), "cancelled"));
    }

    @CommandHandler
    CommandAnswer handle(ReverseImport command) {
        var stream = Import.STREAM.stream(command.importId());
        states.lock(stream);
        var decided = Import.decide(command, states.read(stream));
        states.append(stream, decided);
        var body = new ImportResult(command.importId(), "reversing");
        return decided.isEmpty() ? CommandAnswer.ok(body) : new CommandAnswer(ACCEPTED, body);
    }

    @CommandHandler
    CommandAnswer handle(FinishReversal command) {
        var stream = Import.STREAM.stream(command.importId());
        states.lock(stream);
        states.append(stream, Import.decide(command, states.read(stream)));
        return CommandAnswer.ok(new ImportResult(command.importId(), "reversed"));
    }

    record ImportStart(String id, ImportKind kind, int rows) {}

    record ImportResult(String id, String status) {}
}
