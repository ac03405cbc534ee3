package colophon.commands.award;

import static colophon.commands.Reason.AWARD_ENDED;
import static colophon.commands.Reason.AWARD_EXPIRED;
import static colophon.commands.Reason.AWARD_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.MORE_THAN_IS_LEFT;

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

/** The rules of an award. */
public sealed interface Award {

    /** How awards are loaded. */
    Subject<Award, AwardEvent> SUBJECT = new Subject<>("award", new Unknown(), Award::evolve);

    /** The award does not exist. */
    record Unknown() implements Award {}

    /** The award has not ended: it pays, or will pay once it is accepted. */
    sealed interface Standing extends Award {

        /** The event that made it. */
        AwardOffered as();

        /** The most it can pay in all, after reductions. */
        Money worth();

        /** Ids of the students who are offered the same amount when it ends unused, best first. */
        List<String> alternates();
    }

    /** The student may accept it. */
    record Offered(AwardOffered as, Money worth, List<String> alternates) implements Standing {}

    /** The student accepted it; it pays what its fund covers. */
    record Accepted(AwardOffered as, Money worth, List<String> alternates) implements Standing {}

    /** Released or revoked: it pays nothing. */
    record Ended(AwardOffered as, boolean revoked, String reason) implements Award {}

    /**
     * Makes an award. Returns an empty list if the same award exists already.
     *
     * @param worth what the fund holds for it
     * @param asOffer true if this award was first made as an offer
     */
    static List<AwardEvent> decide(
            MakeAward r,
            FundEstablished fund,
            Money worth,
            Award award,
            boolean asOffer,
            LocalDate today) {
        var before = first(award);
        var wasOffered = award instanceof Offered || asOffer;
        if (before != null && r.accepted() == wasOffered)
            throw new Refusal(
                    ID_TAKEN,
                    "Award "
                            + r.awardId()
                            + (wasOffered
                                    ? " exists as an offer: accept it instead."
                                    : " exists and was accepted when it was made."));
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

    /** Accepts an award. Returns an empty list if it was accepted already. */
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

    /**
     * Ends an award. Returns an empty list if it already ended the same way for the same reason.
     */
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

    /**
     * Reduces an award, to more than zero and at most its worth. Returns an empty list if it is
     * worth just that.
     */
    static List<AwardEvent> decide(ReduceAward r, Award award, LocalDate today) {
        var standing = standing(award, r.awardId());
        if (r.amount().equals(standing.worth())) return List.of();
        if (r.amount().compareTo(standing.worth()) > 0)
            throw new Refusal(
                    MORE_THAN_IS_LEFT,
                    r.amount()
                            + " is more than award "
                            + r.awardId()
                            + " is worth, "
                            + standing.worth()
                            + ".");
        var as = standing.as();
        return List.of(
                new AwardReduced(
                        as.awardId(), as.fundId(), as.studentId(), r.amount(), r.reason(), today));
    }

    /** Ranks the alternates. Returns an empty list if they were ranked the same already. */
    static List<AwardEvent> decide(RankAlternates r, Award award, LocalDate today) {
        var standing = standing(award, r.awardId());
        if (r.studentIds().equals(standing.alternates())) return List.of();
        var as = standing.as();
        return List.of(
                new AlternatesRanked(
                        as.awardId(), as.fundId(), as.studentId(), r.studentIds(), today));
    }

    /** The state after one more event. */
    static Award evolve(Award award, AwardEvent event) {
        return switch (event) {
            case AwardOffered e -> new Offered(e, e.amount(), List.of());
            case AwardAccepted e -> {
                var before = standing(award, e.awardId());
                yield new Accepted(before.as(), before.worth(), before.alternates());
            }
            case AwardReleased e -> new Ended(known(award, e.awardId()), false, e.reason());
            case AwardRevoked e -> new Ended(known(award, e.awardId()), true, e.reason());
            case AwardReduced e -> {
                var before = standing(award, e.awardId());
                yield with(before, e.amount(), before.alternates());
            }
            case AlternatesRanked e -> {
                var before = standing(award, e.awardId());
                yield with(before, before.worth(), e.studentIds());
            }
            case AwardPassedOn _ -> award;
        };
    }

    private static Award with(Standing award, Money worth, List<String> alternates) {
        return switch (award) {
            case Offered offered -> new Offered(offered.as(), worth, alternates);
            case Accepted accepted -> new Accepted(accepted.as(), worth, alternates);
        };
    }

    /** The award if it has not ended. Refused if it has ended or does not exist. */
    static Standing standing(Award award, String id) {
        var as = known(award, id);
        if (award instanceof Standing standing) return standing;
        throw ended(as);
    }

    /** The event that made the award. Refused if it does not exist. */
    static AwardOffered known(Award award, String id) {
        var first = first(award);
        if (first == null) throw new Refusal(AWARD_NOT_FOUND, "There is no award " + id + ".");
        return first;
    }

    private static @Nullable AwardOffered first(Award award) {
        return switch (award) {
            case Unknown _ -> null;
            case Standing standing -> standing.as();
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
