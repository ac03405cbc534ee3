package colophon.commands.award;

import colophon.commands.fund.Fund;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.institution.Institution;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.commands.student.Student;
import colophon.events.money.Money;

import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

@Component
class AwardCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final AwardOffers offers;
    private final AwardChanges changes;
    private final AwardExpiries expiries;
    private final Today today;

    AwardCommandHandler(StateStore states, Today today) {
        this.states = states;
        this.offers = new AwardOffers(states);
        this.changes = new AwardChanges(states);
        this.expiries = new AwardExpiries(states);
        this.today = today;
    }

    @CommandHandler
    CommandAnswer handle(OfferAward command) {
        states.lock(() -> offers.streams(command));
        var at = Fund.require(states, command.fundId()).as().institutionId();
        var offer = offers.offer(command, day(at));
        var status = command.accepted() ? "accepted" : "offered";
        return CommandAnswer.made(
                offer.made(), new AwardResult(command.awardId(), status, offer.award().amount()));
    }

    @CommandHandler
    CommandAnswer handle(AcceptAward command) {
        states.lock(() -> offers.streams(command));
        offers.accept(command, dayOf(command.awardId()));
        return CommandAnswer.ok(made(command.awardId(), "accepted"));
    }

    @CommandHandler
    CommandAnswer handle(EndAward command) {
        var id = command.awardId();
        states.lock(() -> changes.streams(id));
        var next = changes.end(command, dayOf(id));
        return CommandAnswer.ok(
                new AwardEnd(
                        id,
                        command.revoked() ? "revoked" : "released",
                        Award.require(states, id).amount(),
                        next == null ? null : next.awardId()));
    }

    @CommandHandler
    CommandAnswer handle(ReduceAward command) {
        var id = command.awardId();
        var at = Award.require(states, id).institutionId();
        Institution.accept(Institution.require(states, at), command.amount());
        states.lock(() -> changes.streams(id));
        changes.reduce(command, day(at));
        var accepted = states.read(Award.STREAM.stream(id)) instanceof Award.Accepted;
        return CommandAnswer.ok(made(id, accepted ? "accepted" : "offered"));
    }

    @CommandHandler
    CommandAnswer handle(RankAlternates command) {
        var stream = Award.STREAM.stream(command.awardId());
        var day = dayOf(command.awardId());
        for (var id : command.studentIds()) Student.require(states, id);
        states.lock(stream);
        states.append(stream, Award.decide(command, states.read(stream), day));
        return CommandAnswer.ok(new Ranked(command.awardId(), command.studentIds()));
    }

    @CommandHandler
    CommandAnswer handle(ExpireAwards command) {
        var id = command.fundId();
        var day = day(Fund.require(states, id).as().institutionId());
        states.lock(() -> expiries.streams(id, day));
        var expired = expiries.expire(id, day);
        return CommandAnswer.ok(
                new Expired(id, expired.awards(), expired.returned(), expired.more()));
    }

    private AwardResult made(String awardId, String status) {
        var award = Award.standing(states.read(Award.STREAM.stream(awardId)), awardId);
        return new AwardResult(awardId, status, award.worth());
    }

    private LocalDate dayOf(String awardId) {
        return day(Award.require(states, awardId).institutionId());
    }

    private LocalDate day(String institutionId) {
        return today.in(Institution.require(states, institutionId).zone());
    }

    record AwardResult(String id, String status, Money amount) {}

    /** {@code passedOnTo} is the id of the award an alternate was offered instead, or null. */
    record AwardEnd(String id, String status, Money amount, @Nullable String passedOnTo) {}

    record Ranked(String id, List<String> studentIds) {}

    /** {@code more} is true if more awards have expired than fit into one commit. */
    record Expired(String fundId, List<String> awards, Money returned, boolean more) {}
}
