package colophon.commands.award;

import static colophon.commands.Reason.AWARD_ENDED;
import static colophon.commands.Reason.AWARD_EXPIRED;
import static colophon.commands.Reason.AWARD_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;

import colophon.commands.Refusal;
import colophon.commands.desk.Subject;
import colophon.events.award.AlternatesRanked;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardEvent;
import colophon.events.award.AwardOffered;
import colophon.events.award.AwardPassedOn;
import colophon.events.award.AwardReduced;
import colophon.events.award.AwardReleased;
import colophon.events.award.AwardRevoked;
import colophon.events.fund.FundEstablished;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The rules of an award. Pure: no clock, no I/O, no framework. */
public sealed interface Award {

    /** How awards are loaded. */
    Subject<Award, AwardEvent> SUBJECT = new Subject<>("award", new Unknown(), Award::evolve);

    /** Nothing is known of it. */
    record Unknown() implements Award {}

    /** The student may take it. */
    record Offered(AwardOffered as) implements Award {}

    /** The student took it; it pays what its fund covers. */
    record Accepted(AwardOffered as) implements Award {}

    /** Released or revoked: it pays nothing. */
    record Ended(AwardOffered as, boolean revoked, String reason) implements Award {}

    /**
     * An empty list when the same award had been made.
     *
     * @param worth what the fund holds for it
     */
    static List<AwardEvent> decide(
            MakeAward r, FundEstablished fund, Money worth, Award award, LocalDate today) {
        var before = first(award);
        if (award instanceof Offered && r.accepted())
            throw new Refusal(
                    ID_TAKEN, "Award " + r.awardId() + " exists as an offer: accept it instead.");
        if (before != null && same(r, before)) return List.of();
        if (before != null)
            throw new Refusal(ID_TAKEN, "Award " + r.awardId() + " exists with other particulars.");
        if (r.expiresOn() != null && r.expiresOn().isBefore(today))
            throw new Refusal(
                    AWARD_EXPIRED,
                    "expiresOn " + r.expiresOn() + " is before today, " + today + ".");
        var offered =
                new AwardOffered(
                        r.awardId(),
                        r.fundId(),
                        r.studentId(),
                        fund.institutionId(),
                        r.enrollmentId(),
                        worth,
                        r.oneCourse(),
                        fund.covers(),
                        r.expiresOn(),
                        today);
        return r.accepted()
                ? List.of(offered, new AwardAccepted(r.awardId(), r.fundId(), r.studentId(), today))
                : List.of(offered);
    }

    /** An empty list when it had been accepted. */
    static List<AwardEvent> decide(AcceptAward r, Award award, LocalDate today) {
        var as = known(award, r.awardId());
        if (award instanceof Accepted) return List.of();
        if (award instanceof Ended) throw ended(as);
        if (as.expiresOn() != null && as.expiresOn().isBefore(today))
            throw new Refusal(
                    AWARD_EXPIRED,
                    "Award " + as.awardId() + " could be accepted until " + as.expiresOn() + ".");
        return List.of(new AwardAccepted(as.awardId(), as.fundId(), as.studentId(), today));
    }

    /** An empty list when it had been ended in the same way for the same reason. */
    static List<AwardEvent> decide(EndAward r, Award award, LocalDate today) {
        var as = known(award, r.awardId());
        if (award instanceof Ended before && same(r, before)) return List.of();
        if (award instanceof Ended) throw ended(as);
        return List.of(
                r.revoked()
                        ? new AwardRevoked(
                                as.awardId(), as.fundId(), as.studentId(), r.reason(), today)
                        : new AwardReleased(
                                as.awardId(), as.fundId(), as.studentId(), r.reason(), today));
    }

    /** The state after one more event. */
    static Award evolve(Award award, AwardEvent event) {
        return switch (event) {
            case AwardOffered e -> new Offered(e);
            case AwardAccepted e -> new Accepted(known(award, e.awardId()));
            case AwardReleased e -> new Ended(known(award, e.awardId()), false, e.reason());
            case AwardRevoked e -> new Ended(known(award, e.awardId()), true, e.reason());
            case AwardReduced _, AlternatesRanked _, AwardPassedOn _ -> award;
        };
    }

    /** How it was offered, or the refusal that it does not exist. */
    static AwardOffered known(Award award, String id) {
        var first = first(award);
        if (first == null) throw new Refusal(AWARD_NOT_FOUND, "There is no award " + id + ".");
        return first;
    }

    private static @Nullable AwardOffered first(Award award) {
        return switch (award) {
            case Unknown _ -> null;
            case Offered offered -> offered.as();
            case Accepted accepted -> accepted.as();
            case Ended ended -> ended.as();
        };
    }

    private static boolean same(MakeAward r, AwardOffered before) {
        return r.fundId().equals(before.fundId())
                && r.studentId().equals(before.studentId())
                && Objects.equals(r.enrollmentId(), before.enrollmentId())
                && r.oneCourse() == before.oneCourse()
                && (r.amount() == null || r.amount().equals(before.amount()))
                && (r.upTo() == null || r.upTo().equals(before.amount()))
                && Objects.equals(r.expiresOn(), before.expiresOn());
    }

    private static boolean same(EndAward r, Ended before) {
        return r.revoked() == before.revoked() && r.reason().equals(before.reason());
    }

    private static Refusal ended(AwardOffered as) {
        return new Refusal(AWARD_ENDED, "Award " + as.awardId() + " has ended; make a new one.");
    }
}
