package colophon.commands.fund;

import colophon.commands.gateway.CommandAnswer;
import colophon.commands.institution.Institution;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.events.money.Money;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class FundCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final Today today;

    FundCommandHandler(StateStore states, Today today) {
        this.states = states;
        this.today = today;
    }

    @CommandHandler
    CommandAnswer handle(EstablishFund command) {
        Institution.accept(Institution.require(states, command.institutionId()), command.budget());
        var stream = Fund.STREAM.stream(command.fundId());
        states.lock(stream);
        var decided = Fund.decide(command, states.read(stream));
        states.append(stream, decided);
        return CommandAnswer.made(!decided.isEmpty(), new FundResult(command.fundId()));
    }

    @CommandHandler
    CommandAnswer handle(RecordContribution command) {
        var stream = Fund.STREAM.stream(command.fundId());
        states.lock(stream);
        var fund = Fund.require(states.read(stream), command.fundId());
        var institution = Institution.require(states, fund.as().institutionId());
        Institution.accept(institution, command.amount());
        states.append(stream, Fund.decide(command, fund, today.in(institution.zone())));
        var budget = Fund.require(states.read(stream), command.fundId()).budget();
        return CommandAnswer.ok(new ContributionResult(command.fundId(), budget));
    }

    record FundResult(String id) {}

    record ContributionResult(String id, Money budget) {}
}
