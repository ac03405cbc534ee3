package colophon.views.fund;

import colophon.events.Recorded;
import colophon.events.award.AlternatesRanked;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardEvent;
import colophon.events.award.AwardOffered;
import colophon.events.award.AwardPassedOn;
import colophon.events.award.AwardReduced;
import colophon.events.award.AwardReleased;
import colophon.events.award.AwardRevoked;
import colophon.events.fund.Coverage;
import colophon.events.money.Money;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Answers: who may have this money, what for, and what became of it?
 *
 * @param amount its value now, after reductions
 * @param offered its value when it was offered
 * @param since the day of that status
 * @param reason why it was released or revoked, else null
 * @param reductions its reductions, in the order of the log
 * @param alternates the students who are offered it next if it ends unused, in order
 * @param passedOnTo the award that an alternate was offered instead, or null
 * @param place where in the log it was offered, see {@link Recorded#place()}
 */
public record Award(
        String id,
        String fundId,
        String studentId,
        String institutionId,
        @Nullable String enrollmentId,
        Money amount,
        Money offered,
        boolean oneCourse,
        Set<Coverage> covers,
        @Nullable LocalDate expiresOn,
        LocalDate offeredOn,
        AwardState status,
        LocalDate since,
        @Nullable String reason,
        List<Reduction> reductions,
        List<String> alternates,
        @Nullable String passedOnTo,
        String place) {

    /** All awards; those of a fund are in the order in which they were offered. */
    public static final View<Award> VIEW =
            View.<Award>of(
                            "awards",
                            Award.class,
                            event -> event instanceof AwardEvent e ? e.awardId() : null,
                            Award::evolve)
                    .indexed("fund", Award::fundId, Award::place)
                    .indexed("student", Award::studentId, Award::place)
                    .indexed("expiring", Award::expiring, award -> award.expiresOn + "");

    /** A part that was returned to the fund; more than zero. */
    public record Reduction(Money returned, String reason, LocalDate on) {}

    /** True if it may pay charges of the account. */
    public boolean accepted() {
        return status == AwardState.ACCEPTED;
    }

    static Award evolve(@Nullable Award before, Recorded<?> fact) {
        var event = (AwardEvent) fact.event();
        return switch (event) {
            case AwardOffered e ->
                    new Award(
                            e.awardId(),
                            e.fundId(),
                            e.studentId(),
                            e.institutionId(),
                            e.enrollmentId(),
                            e.amount(),
                            e.amount(),
                            e.oneCourse(),
                            e.covers(),
                            e.expiresOn(),
                            e.offeredOn(),
                            AwardState.OFFERED,
                            e.offeredOn(),
                            null,
                            List.of(),
                            List.of(),
                            null,
                            fact.place());
            case AwardAccepted e ->
                    existing(before, e).now(AwardState.ACCEPTED, e.acceptedOn(), null);
            case AwardReleased e ->
                    existing(before, e).now(AwardState.RELEASED, e.releasedOn(), e.reason());
            case AwardRevoked e ->
                    existing(before, e).now(AwardState.REVOKED, e.revokedOn(), e.reason());
            case AwardReduced e -> existing(before, e).less(e);
            case AlternatesRanked e -> {
                var award = existing(before, e);
                yield award.with(award.amount, award.reductions, e.studentIds(), null);
            }
            case AwardPassedOn e -> {
                var award = existing(before, e);
                yield award.with(award.amount, award.reductions, List.of(), e.toAwardId());
            }
        };
    }

    private static Award existing(@Nullable Award before, AwardEvent event) {
        return View.existing(before, "award", event.awardId());
    }

    /** True if it may pay charges, now or after it is accepted. */
    public boolean standing() {
        return accepted() || status == AwardState.OFFERED;
    }

    private @Nullable String expiring() {
        return expiresOn != null && standing() ? "" : null;
    }

    private Award less(AwardReduced e) {
        var more = new ArrayList<>(reductions);
        more.add(new Reduction(e.returned(), e.reason(), e.reducedOn()));
        return with(e.amount(), List.copyOf(more), alternates, passedOnTo);
    }

    private Award with(
            Money newAmount,
            List<Reduction> newReductions,
            List<String> newAlternates,
            @Nullable String next) {
        return new Award(
                id,
                fundId,
                studentId,
                institutionId,
                enrollmentId,
                newAmount,
                offered,
                oneCourse,
                covers,
                expiresOn,
                offeredOn,
                status,
                since,
                reason,
                newReductions,
                newAlternates,
                next,
                place);
    }

    private Award now(AwardState newStatus, LocalDate on, @Nullable String why) {
        return new Award(
                id,
                fundId,
                studentId,
                institutionId,
                enrollmentId,
                amount,
                offered,
                oneCourse,
                covers,
                expiresOn,
                offeredOn,
                newStatus,
                on,
                why,
                reductions,
                alternates,
                passedOnTo,
                place);
    }
}
