package colophon.commands.award;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.DAYS;

import colophon.commands.Refusal;
import colophon.commands.account.Account;
import colophon.commands.fund.Fund;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType.StreamId;
import colophon.events.account.AccountEvent;
import colophon.events.award.AlternatesRanked;
import colophon.events.award.AwardOffered;
import colophon.events.award.AwardPassedOn;
import colophon.events.ledger.Allocation;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Ends or reduces an award, with the effects on its fund, its student's account and its alternates.
 */
public final class AwardChanges {

    /** The reason recorded when an award ends or shrinks after its last day. */
    public static final String EXPIRED = "expired";

    private final States states;

    /** It reads and appends the streams of one decision. */
    public AwardChanges(States states) {
        this.states = states;
    }

    /** The streams that ending or reducing the award may append to. Refused if there is none. */
    public List<StreamId<?, ?>> streams(String awardId) {
        var award = states.read(Award.STREAM.stream(awardId));
        var as = Award.require(award, awardId);
        var streams = new ArrayList<StreamId<?, ?>>();
        streams.add(Award.STREAM.stream(awardId));
        streams.add(Fund.STREAM.stream(as.fundId()));
        streams.add(account(as));
        if (award instanceof Award.InForce standing)
            for (var studentId : standing.alternates()) {
                streams.add(Award.STREAM.stream(nextId(awardId, studentId)));
                streams.add(Account.stream(as.institutionId(), studentId));
            }
        return streams;
    }

    /**
     * Ends the award: it no longer pays, the money goes back to its fund, and the first eligible
     * alternate is offered the same. Does nothing if it already ended the same way.
     *
     * @return the award offered to the alternate, or null
     */
    public @Nullable AwardOffered end(EndAward end, LocalDate today) {
        var stream = Award.STREAM.stream(end.awardId());
        var award = states.read(stream);
        var decided = Award.decide(end, award, today);
        if (decided.isEmpty() || !(award instanceof Award.InForce ended)) return null;
        var as = ended.as();
        states.append(List.of(stream, account(as), Fund.STREAM.stream(as.fundId())), decided);
        return passOn(ended, today);
    }

    /** Reduces the award: its fund holds less for it, and it pays at most the new amount. */
    public void reduce(ReduceAward reduce, LocalDate today) {
        var stream = Award.STREAM.stream(reduce.awardId());
        var award = states.read(stream);
        var decided = Award.decide(reduce, award, today);
        var as = Award.require(award, reduce.awardId());
        states.append(List.of(stream, account(as), Fund.STREAM.stream(as.fundId())), decided);
    }

    /** The account of the student of an award. */
    static StreamId<Ledger, AccountEvent> account(AwardOffered as) {
        return Account.stream(as.institutionId(), as.studentId());
    }

    /** The part of the award that has not paid anything; all of it while it is only offered. */
    public Money unused(String awardId) {
        var award = Award.standing(states.read(Award.STREAM.stream(awardId)), awardId);
        var as = award.as();
        if (award instanceof Award.Offered) return award.worth();
        var account = states.read(account(as));
        var paid = Allocation.of(account).paidBy(awardId);
        return paid == null ? award.worth() : award.worth().minus(paid);
    }

    /**
     * Reduces the award to what it has paid, or ends it if it has paid nothing.
     *
     * @param reason reason of the end or reduction
     */
    public void keepWhatIsUsed(String awardId, String reason, LocalDate today) {
        var worth = Award.standing(states.read(Award.STREAM.stream(awardId)), awardId).worth();
        var unused = unused(awardId);
        if (unused.equals(worth)) end(new EndAward(awardId, false, reason), today);
        else reduce(new ReduceAward(awardId, worth.minus(unused), reason), today);
    }

    private @Nullable AwardOffered passOn(Award.InForce ended, LocalDate today) {
        for (int i = 0; i < ended.alternates().size(); i++) {
            var offer = offer(ended, ended.alternates().get(i), today);
            if (offer.studentId().equals(ended.as().studentId())) continue;
            if (!appended(offer, today)) continue;
            var rest = ended.alternates().subList(i + 1, ended.alternates().size());
            var as = ended.as();
            List<AlternatesRanked> ranked =
                    rest.isEmpty()
                            ? List.of()
                            : List.of(
                                    new AlternatesRanked(
                                            offer.awardId(),
                                            offer.fundId(),
                                            offer.studentId(),
                                            List.copyOf(rest),
                                            today));
            states.append(Award.STREAM.stream(offer.awardId()), ranked);
            states.append(
                    Award.STREAM.stream(as.awardId()),
                    List.of(
                            new AwardPassedOn(
                                    as.awardId(),
                                    as.fundId(),
                                    as.studentId(),
                                    offer.awardId(),
                                    offer.studentId(),
                                    today)));
            return offer;
        }
        return null;
    }

    /**
     * Offers the award. False if a rule refuses it to this student, so that the next one is tried.
     */
    private boolean appended(AwardOffered offer, LocalDate today) {
        if (!(states.read(Award.STREAM.stream(offer.awardId())) instanceof Award.Unknown))
            return false;
        try {
            new AwardOffers(states).append(offer, today);
            return true;
        } catch (Refusal _) {
            return false;
        }
    }

    /**
     * The same amount, open for as many days. It is tied to no enrollment, since the enrollment of
     * the ended award belongs to another student.
     */
    private static AwardOffered offer(Award.InForce ended, String studentId, LocalDate today) {
        var as = ended.as();
        var expiresOn =
                as.expiresOn() == null
                        ? null
                        : today.plusDays(DAYS.between(as.offeredOn(), as.expiresOn()));
        return new AwardOffered(
                nextId(as.awardId(), studentId),
                as.fundId(),
                studentId,
                as.institutionId(),
                null,
                ended.worth(),
                as.oneCourse(),
                as.covers(),
                expiresOn,
                today);
    }

    /** The same id for the same award and student, so that a repeat cannot offer it twice. */
    static String nextId(String awardId, String studentId) {
        return UUID.nameUUIDFromBytes((awardId + "/" + studentId).getBytes(UTF_8)).toString();
    }
}
