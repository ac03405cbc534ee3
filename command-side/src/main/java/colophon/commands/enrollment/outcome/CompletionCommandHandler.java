package colophon.commands.enrollment.outcome;

import colophon.api.request.Identifiers;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.events.enrollment.EnrollmentState;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class CompletionCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final OutcomeRecording outcomes;
    private final Today today;

    CompletionCommandHandler(StateStore states, Today today) {
        this.states = states;
        this.outcomes = new OutcomeRecording(states, Identifiers::random);
        this.today = today;
    }

    @CommandHandler
    CommandAnswer handle(RecordOutcome command) {
        states.lock(() -> outcomes.streams(command.enrollmentId()));
        outcomes.record(command, today.now());
        return CommandAnswer.ok(
                new OutcomeResult(command.enrollmentId(), EnrollmentState.FINISHED));
    }

    @CommandHandler
    CommandAnswer handle(ReverseCompletion command) {
        states.lock(() -> outcomes.streams(command.enrollmentId()));
        outcomes.reverse(command, today.now());
        return CommandAnswer.ok(
                new OutcomeResult(command.enrollmentId(), EnrollmentState.ENROLLED));
    }

    record OutcomeResult(String id, EnrollmentState status) {}
}
