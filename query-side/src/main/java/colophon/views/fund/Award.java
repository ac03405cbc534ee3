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
import java.util.Set;

/**
 * Answers: who may have this money, what for, and what became of it?
 *
 * @param status "offered", "accepted", "released" or "revoked"
 * @param since the day of that status
 * @param reason why it was released or revoked, else null
 * @param place where in the log it was offered, see {@link Recorded#place()}
 */
public record Award(
        String id,
        String fundId,
        String studentId,
        String institutionId,
        @Nullable String enrollmentId,
        Money amount,
        boolean oneCourse,
        Set<Coverage> covers,
        @Nullable LocalDate expiresOn,
        LocalDate offeredOn,
        String status,
        LocalDate since,
        @Nullable String reason,
        String place) {

    /** All awards; those of a fund in the order they were made. */
    public static final View<Award> VIEW =
            View.<Award>of(
                            "awards",
                            event -> event instanceof AwardEvent e ? e.awardId() : null,
                            Award::evolve)
                    .indexed("fund", Award::fundId, Award::place);

    /** True if it may pay on the account. */
    public boolean accepted() {
        return status.equals("accepted");
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
                            e.oneCourse(),
                            e.covers(),
                            e.expiresOn(),
                            e.offeredOn(),
                            "offered",
                            e.offeredOn(),
                            null,
                            fact.place());
            case AwardAccepted e -> known(before, e).now("accepted", e.acceptedOn(), null);
            case AwardReleased e -> known(before, e).now("released", e.releasedOn(), e.reason());
            case AwardRevoked e -> known(before, e).now("revoked", e.revokedOn(), e.reason());
            case AwardReduced _, AlternatesRanked _, AwardPassedOn _ -> known(before, event);
        };
    }

    private static Award known(@Nullable Award before, AwardEvent event) {
        return View.existing(before, "award", event.awardId());
    }

    private Award now(String newStatus, LocalDate on, @Nullable String why) {
        return new Award(
                id,
                fundId,
                studentId,
                institutionId,
                enrollmentId,
                amount,
                oneCourse,
                covers,
                expiresOn,
                offeredOn,
                newStatus,
                on,
                why,
                place);
    }
}
