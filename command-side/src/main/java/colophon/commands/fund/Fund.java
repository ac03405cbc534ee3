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
import colophon.events.award.AwardEnded;
import colophon.events.award.AwardOffered;
import colophon.events.award.AwardReduced;
import colophon.events.fund.ContributionReceived;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundEvent;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

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
            FundEstablished as, Money budget, Money available, Map<String, Encumbrance> held)
            implements Fund {}

    /** What the fund holds for an award that was offered, as far as it was not reduced. */
    record Encumbrance(AwardOffered award, Money amount) {}

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
     * Refuses an award that the fund cannot hold money for: it is not open, the student holds too
     * many of its awards, or too little is available.
     */
    static void requireAvailable(AwardOffered award, Established fund, LocalDate today) {
        var as = fund.as();
        if (as.opensOn() != null && today.isBefore(as.opensOn()))
            throw new Refusal(
                    FUND_NOT_OPEN, "Fund " + award.fundId() + " opens on " + as.opensOn() + ".");
        if (as.closesOn() != null && today.isAfter(as.closesOn()))
            throw new Refusal(
                    FUND_NOT_OPEN, "Fund " + award.fundId() + " closed on " + as.closesOn() + ".");
        if (as.activeAwardsPerStudent() != null
                && active(fund, award.studentId(), today) >= as.activeAwardsPerStudent())
            throw new Refusal(
                    TOO_MANY_AWARDS,
                    "Student "
                            + award.studentId()
                            + " may hold "
                            + as.activeAwardsPerStudent()
                            + " awards of fund "
                            + award.fundId()
                            + " at once.");
        if (award.amount().compareTo(fund.available()) > 0)
            throw new Refusal(
                    FUND_EXHAUSTED,
                    award.amount()
                            + " was requested from fund "
                            + award.fundId()
                            + ", which has "
                            + fund.available()
                            + " left.");
    }

    /** The state after one more event. */
    static Fund evolve(Fund fund, FundEvent event) {
        return switch (event) {
            case FundEstablished e -> new Established(e, e.budget(), e.budget(), Map.of());
            case ContributionReceived e -> grow(require(fund, e.fundId()), e.amount());
            case AwardOffered e -> hold(require(fund, e.fundId()), e);
            case AwardReduced e -> reduce(require(fund, e.fundId()), e);
            case AwardEnded e -> free(require(fund, e.fundId()), e);
            default -> throw new IllegalStateException("Not about a fund: " + event);
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
                .filter(held -> held.award().studentId().equals(studentId))
                .filter(held -> !isOver(held.award().expiresOn(), today))
                .count();
    }

    private static Established grow(Established fund, Money amount) {
        return new Established(
                fund.as(), fund.budget().plus(amount), fund.available().plus(amount), fund.held());
    }

    private static boolean isOver(@Nullable LocalDate expiresOn, LocalDate today) {
        return expiresOn != null && expiresOn.isBefore(today);
    }

    private static Established hold(Established fund, AwardOffered e) {
        var held = new HashMap<>(fund.held());
        held.put(e.awardId(), new Encumbrance(e, e.amount()));
        return with(fund, fund.available().minus(e.amount()), held);
    }

    private static Established reduce(Established fund, AwardReduced e) {
        var held = new HashMap<>(fund.held());
        held.computeIfPresent(
                e.awardId(), (_, before) -> new Encumbrance(before.award(), e.amount()));
        return with(fund, fund.available().plus(e.returned()), held);
    }

    private static Established free(Established fund, AwardEnded e) {
        var held = new HashMap<>(fund.held());
        held.remove(e.awardId());
        return with(fund, fund.available().plus(e.returned()), held);
    }

    private static Established with(
            Established fund, Money available, Map<String, Encumbrance> held) {
        return new Established(fund.as(), fund.budget(), available, Map.copyOf(held));
    }
}
