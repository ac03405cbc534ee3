package colophon.commands.award;

import static colophon.commands.Reason.AWARD_ENDED;
import static colophon.commands.Reason.AWARD_EXPIRED;
import static colophon.commands.Reason.AWARD_NOT_FOUND;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.MORE_THAN_IS_LEFT;

import colophon.commands.Refusal;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType;
import colophon.events.award.AlternatesRanked;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardEnded;
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
    StreamType<Award, AwardEvent> STREAM =
            new StreamType<>("award", new Unknown(), Award::evolve, AWARD_NOT_FOUND);

    /** The award does not exist. */
    record Unknown() implements Award {}

    /** The award has not ended: it pays, or will pay once it is accepted. */
    sealed interface InForce extends Award {

        /** The event that made it. */
        AwardOffered as();

        /** The most it can pay in all, after reductions. */
        Money worth();

        /** Ids of the students who are offered the same amount when it ends unused, best first. */
        List<String> alternates();
    }

    /** The student may accept it. */
    record Offered(AwardOffered as, Money worth, List<String> alternates) implements InForce {}

    /**
     * The student accepted it; it pays what its fund covers.
     *
     * @param atOnce true if it was made as an accepted award, not as an offer
     */
    record Accepted(AwardOffered as, Money worth, List<String> alternates, boolean atOnce)
            implements InForce {}

    /** Released or revoked: it pays nothing. {@code atOnce} as of {@link Accepted}. */
    record Ended(AwardOffered as, boolean revoked, String reason, boolean atOnce)
            implements Award {}

    /**
     * Makes an award. Returns an empty list if the same award exists already.
     *
     * @param worth what the fund holds for it
     */
    static List<AwardEvent> decide(
            OfferAward command, FundEstablished fund, Money worth, Award award, LocalDate today) {
        var before = first(award);
        var wasOffered = before != null && !atOnce(award);
        if (before != null && command.accepted() == wasOffered)
            throw new Refusal(
                    ID_TAKEN,
                    "Award "
                            + command.awardId()
                            + (wasOffered
                                    ? " exists as an offer: accept it instead."
                                    : " exists and was accepted when it was made."));
        if (before != null && same(command, before)) return List.of();
        if (before != null)
            throw new Refusal(
                    ID_TAKEN, "Award " + command.awardId() + " exists with other particulars.");
        if (command.expiresOn() != null && command.expiresOn().isBefore(today))
            throw new Refusal(
                    AWARD_EXPIRED,
                    "expiresOn " + command.expiresOn() + " is before today, " + today + ".");
        var offered =
                new AwardOffered(
                        command.awardId(),
                        command.fundId(),
                        command.studentId(),
                        fund.institutionId(),
                        command.enrollmentId(),
                        worth,
                        command.oneCourse(),
                        fund.covers(),
                        command.expiresOn(),
                        today);
        return command.accepted()
                ? List.of(offered, accepted(offered, worth, true, today))
                : List.of(offered);
    }

    /** Accepts an award. Returns an empty list if it was accepted already. */
    static List<AwardAccepted> decide(AcceptAward command, Award award, LocalDate today) {
        require(award, command.awardId());
        if (award instanceof Accepted) return List.of();
        var standing = standing(award, command.awardId());
        var as = standing.as();
        if (as.expiresOn() != null && as.expiresOn().isBefore(today))
            throw new Refusal(
                    AWARD_EXPIRED,
                    "Award " + as.awardId() + " could be accepted until " + as.expiresOn() + ".");
        return List.of(accepted(as, standing.worth(), false, today));
    }

    /**
     * Ends an award. Returns an empty list if it already ended the same way for the same reason.
     */
    static List<AwardEnded> decide(EndAward command, Award award, LocalDate today) {
        var as = require(award, command.awardId());
        if (award instanceof Ended before && same(command, before)) return List.of();
        var worth = standing(award, command.awardId()).worth();
        return List.of(
                command.revoked()
                        ? new AwardRevoked(
                                as.awardId(),
                                as.fundId(),
                                as.studentId(),
                                as.institutionId(),
                                worth,
                                command.reason(),
                                today)
                        : new AwardReleased(
                                as.awardId(),
                                as.fundId(),
                                as.studentId(),
                                as.institutionId(),
                                worth,
                                command.reason(),
                                today));
    }

    /**
     * Reduces an award, to more than zero and at most its worth. Returns an empty list if it is
     * worth just that.
     */
    static List<AwardReduced> decide(ReduceAward command, Award award, LocalDate today) {
        var standing = standing(award, command.awardId());
        if (command.amount().equals(standing.worth())) return List.of();
        if (command.amount().compareTo(standing.worth()) > 0)
            throw new Refusal(
                    MORE_THAN_IS_LEFT,
                    command.amount()
                            + " is more than award "
                            + command.awardId()
                            + " is worth, "
                            + standing.worth()
                            + ".");
        var as = standing.as();
        return List.of(
                new AwardReduced(
                        as.awardId(),
                        as.fundId(),
                        as.studentId(),
                        as.institutionId(),
                        command.amount(),
                        standing.worth().minus(command.amount()),
                        command.reason(),
                        today));
    }

    /** Ranks the alternates. Returns an empty list if they were ranked the same already. */
    static List<AlternatesRanked> decide(RankAlternates command, Award award, LocalDate today) {
        var standing = standing(award, command.awardId());
        if (command.studentIds().equals(standing.alternates())) return List.of();
        var as = standing.as();
        return List.of(
                new AlternatesRanked(
                        as.awardId(), as.fundId(), as.studentId(), command.studentIds(), today));
    }

    /** The state after one more event. */
    static Award evolve(Award award, AwardEvent event) {
        return switch (event) {
            case AwardOffered e -> new Offered(e, e.amount(), List.of());
            case AwardAccepted e -> {
                var before = standing(award, e.awardId());
                yield new Accepted(before.as(), before.worth(), before.alternates(), e.atOnce());
            }
            case AwardEnded e ->
                    new Ended(
                            require(award, e.awardId()),
                            e instanceof AwardRevoked,
                            e.reason(),
                            atOnce(award));
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

    private static Award with(InForce award, Money worth, List<String> alternates) {
        return switch (award) {
            case Offered offered -> new Offered(offered.as(), worth, alternates);
            case Accepted accepted ->
                    new Accepted(accepted.as(), worth, alternates, accepted.atOnce());
        };
    }

    /** The award if it has not ended. Refused if it has ended or does not exist. */
    static InForce standing(Award award, String id) {
        var as = require(award, id);
        if (award instanceof InForce standing) return standing;
        throw ended(as);
    }

    /** The event that made the award. Refused if it does not exist. */
    static AwardOffered require(Award award, String id) {
        var first = first(award);
        if (first == null) throw STREAM.notFound(id);
        return first;
    }

    /** The same of the stream with this id. */
    static AwardOffered require(States states, String id) {
        return require(states.read(STREAM.stream(id)), id);
    }

    private static boolean atOnce(Award award) {
        return switch (award) {
            case Accepted accepted -> accepted.atOnce();
            case Ended ended -> ended.atOnce();
            case Unknown _, Offered _ -> false;
        };
    }

    private static AwardAccepted accepted(
            AwardOffered award, Money worth, boolean atOnce, LocalDate today) {
        return new AwardAccepted(
                award.awardId(),
                award.fundId(),
                award.studentId(),
                award.institutionId(),
                award.enrollmentId(),
                worth,
                award.oneCourse(),
                award.covers(),
                award.expiresOn(),
                atOnce,
                today);
    }

    private static @Nullable AwardOffered first(Award award) {
        return switch (award) {
            case Unknown _ -> null;
            case InForce standing -> standing.as();
            case Ended ended -> ended.as();
        };
    }

    private static boolean same(OfferAward command, AwardOffered before) {
        return command.fundId().equals(before.fundId())
                && command.studentId().equals(before.studentId())
                && Objects.equals(command.enrollmentId(), before.enrollmentId())
                && command.oneCourse() == before.oneCourse()
                && (command.amount() == null || command.amount().equals(before.amount()))
                && (command.upTo() == null || command.upTo().equals(before.amount()))
                && Objects.equals(command.expiresOn(), before.expiresOn());
    }

    private static boolean same(EndAward command, Ended before) {
        return command.revoked() == before.revoked() && command.reason().equals(before.reason());
    }

    private static Refusal ended(AwardOffered as) {
        return new Refusal(AWARD_ENDED, "Award " + as.awardId() + " has ended; make a new one.");
    }
}
