package colophon.commands.fund;

import static colophon.commands.Reason.DATES_OUT_OF_ORDER;
import static colophon.commands.Reason.FUND_EXHAUSTED;
import static colophon.commands.Reason.FUND_NOT_FOUND;
import static colophon.commands.Reason.FUND_NOT_OPEN;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.TOO_MANY_AWARDS;

import colophon.commands.Refusal;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType;
import colophon.events.fund.ContributionReceived;
import colophon.events.fund.EncumbranceReduced;
import colophon.events.fund.EncumbranceReleased;
import colophon.events.fund.FundEncumbered;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundEvent;
import colophon.events.money.Money;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of a fund. */
public sealed interface Fund {

    /** How funds are loaded. */
    StreamType<Fund, FundEvent> STREAM =
            new StreamType<>("fund", new Unknown(), Fund::evolve, FUND_NOT_FOUND);

    /** The fund does not exist. */
    record Unknown() implements Fund {}

    /** The fund exists: its whole budget, what is available, and what it holds by award. */
    record Established(
            FundEstablished as, Money budget, Money available, Map<String, FundEncumbered> held)
            implements Fund {}

    /** Establishes a fund. Returns an empty list if the same fund exists already. */
    static List<FundEvent> decide(EstablishFund command, Fund fund) {
        var established =
                new FundEstablished(
                        command.fundId(),
                        command.institutionId(),
                        command.name(),
                        command.sponsor(),
                        command.budget(),
                        command.fundedBy(),
                        command.covers(),
                        command.opensOn(),
                        command.closesOn(),
                        command.activeAwardsPerStudent(),
                        command.activeAwardsPerInstitution());
        if (fund instanceof Established before && before.as().equals(established)) return List.of();
        if (fund instanceof Established)
            throw new Refusal(
                    ID_TAKEN, "Fund " + command.fundId() + " exists with other particulars.");
        if (command.opensOn() != null
                && command.closesOn() != null
                && command.closesOn().isBefore(command.opensOn()))
            throw new Refusal(
                    DATES_OUT_OF_ORDER,
                    "closesOn "
                            + command.closesOn()
                            + " is before opensOn "
                            + command.opensOn()
                            + ".");
        return List.of(established);
    }

    /** Adds the amount to the budget. */
    static List<FundEvent> decide(RecordContribution command, Fund fund, LocalDate today) {
        require(fund, command.fundId());
        return List.of(new ContributionReceived(command.fundId(), command.amount(), today));
    }

    /**
     * Holds the amount for the award. Refused if the fund is not open, the student holds too many
     * awards, or too little is available. Returns an empty list if it already holds just that.
     */
    static List<FundEvent> decide(EncumberFund command, Fund fund, LocalDate today) {
        var known = require(fund, command.fundId());
        var encumbered =
                new FundEncumbered(
                        command.fundId(),
                        command.awardId(),
                        command.studentId(),
                        command.amount(),
                        command.expiresOn());
        var before = known.held().get(command.awardId());
        if (encumbered.equals(before)) return List.of();
        if (before != null)
            throw new Refusal(
                    ID_TAKEN,
                    "Fund "
                            + command.fundId()
                            + " holds another amount for "
                            + command.awardId()
                            + ".");
        var as = known.as();
        if (as.opensOn() != null && today.isBefore(as.opensOn()))
            throw new Refusal(
                    FUND_NOT_OPEN, "Fund " + command.fundId() + " opens on " + as.opensOn() + ".");
        if (as.closesOn() != null && today.isAfter(as.closesOn()))
            throw new Refusal(
                    FUND_NOT_OPEN,
                    "Fund " + command.fundId() + " closed on " + as.closesOn() + ".");
        if (as.activeAwardsPerStudent() != null
                && active(known, command.studentId(), today) >= as.activeAwardsPerStudent())
            throw new Refusal(
                    TOO_MANY_AWARDS,
                    "Student "
                            + command.studentId()
                            + " may hold "
                            + as.activeAwardsPerStudent()
                            + " awards of fund "
                            + command.fundId()
                            + " at once.");
        if (command.amount().compareTo(known.available()) > 0)
            throw new Refusal(
                    FUND_EXHAUSTED,
                    command.amount()
                            + " was requested from fund "
                            + command.fundId()
                            + ", which has "
                            + known.available()
                            + " left.");
        return List.of(encumbered);
    }

    /** Releases everything held for the award. */
    static List<FundEvent> decide(ReleaseEncumbrance command, Fund fund, LocalDate today) {
        var held = require(fund, command.fundId()).held().get(command.awardId());
        if (held == null) return List.of();
        return List.of(
                new EncumbranceReleased(
                        command.fundId(),
                        command.awardId(),
                        held.studentId(),
                        held.amount(),
                        today));
    }

    /**
     * Releases what the award no longer needs. Returns an empty list if it holds no more than that.
     */
    static List<FundEvent> decide(ReduceEncumbrance command, Fund fund, LocalDate today) {
        var held = require(fund, command.fundId()).held().get(command.awardId());
        if (held == null || held.amount().compareTo(command.amount()) <= 0) return List.of();
        return List.of(
                new EncumbranceReduced(
                        command.fundId(),
                        command.awardId(),
                        held.studentId(),
                        held.amount().minus(command.amount()),
                        today));
    }

    /** The state after one more event. */
    static Fund evolve(Fund fund, FundEvent event) {
        return switch (event) {
            case FundEstablished e -> new Established(e, e.budget(), e.budget(), Map.of());
            case ContributionReceived e -> grow(require(fund, e.fundId()), e.amount());
            case FundEncumbered e -> hold(require(fund, e.fundId()), e);
            case EncumbranceReleased e -> free(require(fund, e.fundId()), e);
            case EncumbranceReduced e -> reduce(require(fund, e.fundId()), e);
        };
    }

    /** The established fund. Refused if it does not exist. */
    static Established require(Fund fund, String id) {
        return STREAM.require(fund, Established.class, id);
    }

    /** The same of the stream with this id. */
    static Established require(States states, String id) {
        return require(states.read(STREAM.stream(id)), id);
    }

    private static long active(Established fund, String studentId, LocalDate today) {
        return fund.held().values().stream()
                .filter(held -> held.studentId().equals(studentId))
                .filter(held -> held.expiresOn() == null || !held.expiresOn().isBefore(today))
                .count();
    }

    private static Established grow(Established fund, Money amount) {
        return new Established(
                fund.as(), fund.budget().plus(amount), fund.available().plus(amount), fund.held());
    }

    private static Established hold(Established fund, FundEncumbered e) {
        var held = new HashMap<>(fund.held());
        held.put(e.awardId(), e);
        return new Established(
                fund.as(), fund.budget(), fund.available().minus(e.amount()), Map.copyOf(held));
    }

    private static Established reduce(Established fund, EncumbranceReduced e) {
        var held = new HashMap<>(fund.held());
        held.computeIfPresent(
                e.awardId(),
                (_, before) ->
                        new FundEncumbered(
                                before.fundId(),
                                before.awardId(),
                                before.studentId(),
                                before.amount().minus(e.amount()),
                                before.expiresOn()));
        return new Established(
                fund.as(), fund.budget(), fund.available().plus(e.amount()), Map.copyOf(held));
    }

    private static Established free(Established fund, EncumbranceReleased e) {
        var held = new HashMap<>(fund.held());
        held.remove(e.awardId());
        return new Established(
                fund.as(), fund.budget(), fund.available().plus(e.amount()), Map.copyOf(held));
    }
}
