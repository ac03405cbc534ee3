package colophon.commands.award;

import static colophon.commands.Reason.ENROLLMENT_ENDED;
import static colophon.commands.Reason.NO_PRICE_KNOWN;
import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;
import static colophon.commands.Reason.OF_ANOTHER_STUDENT;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import colophon.commands.Refusal;
import colophon.commands.account.Account;
import colophon.commands.account.PostAward;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.enrollment.Enrollment.Details;
import colophon.commands.fund.EncumberFund;
import colophon.commands.fund.Fund;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.institution.Institution;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.loading.Today;
import colophon.commands.offering.Offering;
import colophon.commands.offering.PriceList;
import colophon.commands.student.Student;
import colophon.events.account.AccountEvent;
import colophon.events.award.AwardOffered;
import colophon.events.fund.Coverage;
import colophon.events.fund.FundEncumbered;
import colophon.events.fund.FundEstablished;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;

import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

@Component
class AwardCommandHandler implements HandlesCommands {

    /**
     * Most awards that expire in one commit, since each brings its alternates and accounts along.
     */
    private static final int AT_ONCE = 100;

    private final StateStore states;
    private final Today today;
    private final AwardChanges changes;

    AwardCommandHandler(StateStore states, Today today) {
        this.states = states;
        this.today = today;
        this.changes = new AwardChanges(states);
    }

    /** Award, encumbrance, and promise or credit are one commit. */
    @CommandHandler
    CommandAnswer handle(OfferAward command) {
        student(command.studentId());
        var funds = Fund.STREAM.stream(command.fundId());
        var fund = Fund.require(states.read(funds), command.fundId()).as();
        var institution = institution(fund.institutionId());
        var day = today.in(institution.zone());
        var enrollment = enrollment(command, fund);
        var stream = Award.STREAM.stream(command.awardId());
        var account = account(fund.institutionId(), command.studentId());
        states.lock(stream, funds, account);
        var award = states.read(stream);
        // a repeated request gets its answer even if the enrollment has ended since
        if (award instanceof Award.Unknown && enrollment != null)
            stillThere(enrollment.enrollmentId());
        var worth =
                award instanceof Award.Unknown
                        ? worth(command, fund, enrollment, day)
                        : Award.require(award, command.awardId()).amount();
        Institution.accept(institution, worth);
        var asOffer = states.read(account).promised(command.awardId());
        var decided = Award.decide(command, fund, worth, award, asOffer, day);
        states.append(stream, decided);
        var offered = Award.require(states.read(stream), command.awardId());
        if (!decided.isEmpty()) {
            var hold =
                    new EncumberFund(
                            fund.fundId(),
                            offered.awardId(),
                            offered.studentId(),
                            worth,
                            offered.expiresOn());
            states.append(funds, Fund.decide(hold, states.read(funds), day));
            var reach =
                    new PostAward(offered, command.accepted(), fund.activeAwardsPerInstitution());
            states.append(account, Account.decide(reach, states.read(account), day));
        }
        var status = command.accepted() ? "accepted" : "offered";
        return CommandAnswer.made(
                !decided.isEmpty(), new AwardResult(offered.awardId(), status, offered.amount()));
    }

    @CommandHandler
    CommandAnswer handle(AcceptAward command) {
        var stream = Award.STREAM.stream(command.awardId());
        var offered = Award.require(states.read(stream), command.awardId());
        var account = account(offered.institutionId(), offered.studentId());
        states.lock(stream, account);
        var award = states.read(stream);
        var day = day(offered);
        var decided = Award.decide(command, award, day);
        if (!decided.isEmpty()) {
            if (offered.enrollmentId() != null) stillThere(offered.enrollmentId());
            states.append(stream, decided);
            var worth = Award.standing(award, command.awardId()).worth();
            states.append(account, List.of(Account.credit(offered, worth, day)));
        }
        return CommandAnswer.ok(made(command.awardId(), "accepted"));
    }

    /** Award, fund, account and the alternate's award are one commit. */
    @CommandHandler
    CommandAnswer handle(EndAward command) {
        var offered =
                Award.require(
                        states.read(Award.STREAM.stream(command.awardId())), command.awardId());
        lock(changes.streams(command.awardId()));
        var next = changes.end(command, day(offered));
        return CommandAnswer.ok(
                new AwardEnd(
                        offered.awardId(),
                        command.revoked() ? "revoked" : "released",
                        offered.amount(),
                        next == null ? null : next.awardId()));
    }

    @CommandHandler
    CommandAnswer handle(ReduceAward command) {
        var stream = Award.STREAM.stream(command.awardId());
        var offered = Award.require(states.read(stream), command.awardId());
        Institution.accept(institution(offered.institutionId()), command.amount());
        lock(changes.streams(command.awardId()));
        changes.reduce(command, day(offered));
        var accepted = states.read(stream) instanceof Award.Accepted;
        return CommandAnswer.ok(made(command.awardId(), accepted ? "accepted" : "offered"));
    }

    @CommandHandler
    CommandAnswer handle(RankAlternates command) {
        var stream = Award.STREAM.stream(command.awardId());
        var offered = Award.require(states.read(stream), command.awardId());
        for (var id : command.studentIds()) student(id);
        states.lock(stream);
        states.append(stream, Award.decide(command, states.read(stream), day(offered)));
        return CommandAnswer.ok(new Ranked(command.awardId(), command.studentIds()));
    }

    /**
     * Expired offers end. Accepted awards keep what they have paid; the rest goes back to the fund.
     */
    @CommandHandler
    CommandAnswer handle(ExpireAwards command) {
        var funds = Fund.STREAM.stream(command.fundId());
        var fund = Fund.require(states.read(funds), command.fundId());
        var day = today.in(institution(fund.as().institutionId()).zone());
        var over = over(fund, day);
        var now = over.stream().limit(AT_ONCE).toList();
        lock(now.stream().flatMap(id -> changes.streams(id).stream()).toList());
        var before = Fund.require(states.read(funds), command.fundId());
        var expired = new ArrayList<String>();
        for (var id : now)
            if (isOver(Fund.require(states.read(funds), command.fundId()).held().get(id), day)) {
                changes.keepWhatIsUsed(id, AwardChanges.EXPIRED, day);
                expired.add(id);
            }
        var returned = returned(before, Fund.require(states.read(funds), command.fundId()), now);
        return CommandAnswer.ok(
                new Expired(command.fundId(), expired, returned, over.size() > now.size()));
    }

    /** The expired awards with something to return, earliest expiry first. */
    private List<String> over(Fund.Established fund, LocalDate day) {
        return fund.held().values().stream()
                .filter(held -> isOver(held, day))
                .sorted(
                        comparing((FundEncumbered held) -> requireNonNull(held.expiresOn()))
                                .thenComparing(FundEncumbered::awardId))
                .map(FundEncumbered::awardId)
                .toList();
    }

    private boolean isOver(@Nullable FundEncumbered held, LocalDate day) {
        return held != null
                && held.expiresOn() != null
                && held.expiresOn().isBefore(day)
                && changes.unused(held.awardId()).isPositive();
    }

    private static Money returned(
            Fund.Established before, Fund.Established after, List<String> awards) {
        var sum = Money.zero(before.budget().currency());
        for (var id : awards) {
            var held = before.held().get(id);
            var still = after.held().get(id);
            if (held == null) continue;
            sum = sum.plus(held.amount());
            if (still != null) sum = sum.minus(still.amount());
        }
        return sum;
    }

    private void lock(List<StreamId<?, ?>> streams) {
        states.lock(streams.toArray(StreamId<?, ?>[]::new));
    }

    private void student(String id) {
        Student.require(states.read(Student.STREAM.stream(id)), id);
    }

    private void stillThere(String enrollmentId) {
        var enrollment = states.read(Enrollment.STREAM.stream(enrollmentId));
        if (Enrollment.hasEnded(enrollment))
            throw new Refusal(
                    ENROLLMENT_ENDED,
                    "Enrollment " + enrollmentId + ", which the award is for, has ended.");
    }

    private AwardResult made(String awardId, String status) {
        var award = Award.standing(states.read(Award.STREAM.stream(awardId)), awardId);
        return new AwardResult(awardId, status, award.worth());
    }

    private static StreamId<Ledger, AccountEvent> account(String institutionId, String studentId) {
        return Account.STREAM.stream(Account.id(institutionId, studentId));
    }

    private @Nullable Details enrollment(OfferAward command, FundEstablished fund) {
        var id = command.enrollmentId();
        if (id == null) return null;
        var enrolled = Enrollment.requireDetails(states.read(Enrollment.STREAM.stream(id)), id);
        if (!enrolled.studentId().equals(command.studentId()))
            throw new Refusal(
                    OF_ANOTHER_STUDENT,
                    "Enrollment " + id + " is not of student " + command.studentId() + ".");
        if (!enrolled.institutionId().equals(fund.institutionId()))
            throw new Refusal(
                    OF_ANOTHER_INSTITUTION,
                    "Enrollment "
                            + id
                            + " is not at "
                            + fund.institutionId()
                            + ", where the fund is.");
        return enrolled;
    }

    /**
     * What the fund must hold for the award: its amount, or the dearest course it might pay for.
     */
    private Money worth(
            OfferAward command, FundEstablished fund, @Nullable Details enrollment, LocalDate day) {
        if (command.amount() != null) return command.amount();
        if (command.upTo() != null) return command.upTo();
        var covers = fund.covers();
        var dearest =
                states.read(PriceList.STREAM.stream(fund.institutionId())).dearest(day, covers);
        var own = enrollment == null ? null : price(enrollment.offeringId(), covers);
        if (dearest == null && own == null)
            throw new Refusal(
                    NO_PRICE_KNOWN,
                    "No offering of "
                            + fund.institutionId()
                            + " that has not ended costs anything that fund "
                            + fund.fundId()
                            + " covers: give upTo, the most the course may cost.");
        if (dearest == null) return requireNonNull(own);
        return own == null ? dearest : own.max(dearest);
    }

    private @Nullable Money price(String offeringId, Set<Coverage> covers) {
        var offering =
                Offering.require(states.read(Offering.STREAM.stream(offeringId)), offeringId);
        return PriceList.covered(offering.tuition(), offering.deposit(), covers);
    }

    private LocalDate day(AwardOffered award) {
        return today.in(institution(award.institutionId()).zone());
    }

    private InstitutionRegistered institution(String id) {
        return Institution.require(states.read(Institution.STREAM.stream(id)), id);
    }

    record AwardResult(String id, String status, Money amount) {}

    /** {@code passedOnTo} is the id of the award an alternate was offered instead, or null. */
    record AwardEnd(String id, String status, Money amount, @Nullable String passedOnTo) {}

    record Ranked(String id, List<String> studentIds) {}

    /** {@code more} is true if more awards have expired than fit into one commit. */
    record Expired(String fundId, List<String> awards, Money returned, boolean more) {}
}
