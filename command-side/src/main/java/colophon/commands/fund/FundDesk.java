package colophon.commands.fund;

import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.institution.Institution;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.money.Money;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class FundDesk implements Desk {

    private final Subjects subjects;
    private final Today today;

    FundDesk(Subjects subjects, Today today) {
        this.subjects = subjects;
        this.today = today;
    }

    @CommandHandler
    Answer handle(EstablishFund command) {
        Institution.accept(institution(command.institutionId()), command.budget());
        var stream = Fund.SUBJECT.stream(command.fundId());
        subjects.lock(stream);
        var decided = Fund.decide(command, subjects.read(stream));
        subjects.append(stream, decided);
        return Answer.made(!decided.isEmpty(), new Made(command.fundId()));
    }

    @CommandHandler
    Answer handle(Contribute command) {
        var stream = Fund.SUBJECT.stream(command.fundId());
        subjects.lock(stream);
        var fund = Fund.known(subjects.read(stream), command.fundId());
        var institution = institution(fund.as().institutionId());
        Institution.accept(institution, command.amount());
        subjects.append(stream, Fund.decide(command, fund, today.in(institution.zone())));
        var budget = Fund.known(subjects.read(stream), command.fundId()).budget();
        return Answer.ok(new Contributed(command.fundId(), budget));
    }

    private InstitutionRegistered institution(String id) {
        return Institution.known(subjects.read(Institution.SUBJECT.stream(id)), id);
    }

    record Made(String id) {}

    record Contributed(String id, Money budget) {}
}
