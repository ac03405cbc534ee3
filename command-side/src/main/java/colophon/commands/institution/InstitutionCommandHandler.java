package colophon.commands.institution;

import colophon.commands.gateway.CommandAnswer;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class InstitutionCommandHandler implements HandlesCommands {

    private final StateStore states;

    InstitutionCommandHandler(StateStore states) {
        this.states = states;
    }

    @CommandHandler
    CommandAnswer handle(RegisterInstitution command) {
        var stream = Institution.STREAM.stream(command.institutionId());
        states.lock(stream);
        var decided = Institution.decide(command, states.read(stream));
        states.append(stream, decided);
        return CommandAnswer.made(
                !decided.isEmpty(), new InstitutionResult(command.institutionId()));
    }

    record InstitutionResult(String id) {}
}
