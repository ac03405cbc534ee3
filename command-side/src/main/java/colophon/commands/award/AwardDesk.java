package colophon.commands.award;

import static colophon.commands.Reason.ENROLLMENT_ENDED;
import static colophon.commands.Reason.NO_PRICE_KNOWN;
import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;
import static colophon.commands.Reason.OF_ANOTHER_STUDENT;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import colophon.commands.Refusal;
import colophon.commands.account.Account;
import colophon.commands.account.HoldAward;
import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subject.Stream;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.enrollment.Enrollment.Particulars;
import colophon.commands.fund.Encumber;
import colophon.commands.fund.Fund;
import colophon.commands.institution.Institution;
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
class AwardDesk implements Desk {

    /**
     * Most awards that expire in one commit, since each brings its alternates and accounts along.
     */
    private static final int AT_ONCE = 100;

    private final Subjects subjects;
    private final Today today;
    private final AwardChanges changes;

    AwardDesk(Subjects subjects, Today today) {
        this.subjects = subjects;
        this.today = today;
        this.changes = new AwardChanges(subjects);
    }

    /** Award, encumbrance, and promise or credit are one commit. */
    @CommandHandler
    Answer handle(MakeAward command) {
        student(command.studentId());
        var funds = Fund.SUBJECT.stream(command.fundId());
        var fund = Fund.known(subjects.read(funds), command.fundId()).as();
        var institution = institution(fund.institutionId());
        var day = today.in(institution.zone());
        var enrollment = enrollment(command, fund);
        var stream = Award.SUBJECT.stream(command.awardId());
        var account = account(fund.institutionId(), command.studentId());
        subjects.lock(stream, funds, account);
        var award = subjects.read(stream);
        // a repeated request gets its answer even if the enrollment has ended since
        if (award instanceof Award.Unknown && enrollment != null)
            stillThere(enrollment.enrollmentId());
        var worth =
                award instanceof Award.Unknown
                        ? worth(command, fund, enrollment, day)
                        : Award.known(award, command.awardId()).amount();
        Institution.accept(institution, worth);
        var asOffer = subjects.read(account).promised(command.awardId());
        var decided = Award.decide(command, fund, worth, award, asOffer, day);
        subjects.append(stream, decided);
        var offered = Award.known(subjects.read(stream), command.awardId());
        if (!decided.isEmpty()) {
            var hold =
                    new Encumber(
                            fund.fundId(),
                            offered.awardId(),
                            offered.studentId(),
                            worth,
                            offered.expiresOn());
            subjects.append(funds, Fund.decide(hold, subjects.read(funds), day));
            var reach =
                    new HoldAward(offered, command.accepted(), fund.activeAwardsPerInstitution());
            subjects.append(account, Account.decide(reach, subjects.read(account), day));
        }
        var status = command.accepted() ? "accepted" : "offered";
        return Answer.made(
                !decided.isEmpty(), new Made(offered.awardId(), status, offered.amount()));
    }

    @CommandHandler
    Answer handle(AcceptAward command) {
        var stream = Award.SUBJECT.stream(command.awardId());
        var offered = Award.known(subjects.read(stream), command.awardId());
        var account = account(offered.institutionId(), offered.studentId());
        subjects.lock(stream, account);
        var award = subjects.read(stream);
        var day = day(offered);
        var decided = Award.decide(command, award, day);
        if (!decided.isEmpty()) {
            if (offered.enrollmentId() != null) stillThere(offered.enrollmentId());
            subjects.append(stream, decided);
            var worth = Award.standing(award, command.awardId()).worth();
            subjects.append(account, List.of(Account.credit(offered, worth, day)));
        }
        return Answer.ok(made(command.awardId(), "accepted"));
    }

    /** Award, fund, account and the alternate's award are one commit. */
    @CommandHandler
    Answer handle(EndAward command) {
        var offered =
                Award.known(
                        subjects.read(Award.SUBJECT.stream(command.awardId())), command.awardId());
        lock(changes.streams(command.awardId()));
        var next = changes.end(command, day(offered));
        return Answer.ok(
                new Ended(
                        offered.awardId(),
                        command.revoked() ? "revoked" : "released",
                        offered.amount(),
                        next == null ? null : next.awardId()));
    }

    @CommandHandler
    Answer handle(ReduceAward command) {
        var stream = Award.SUBJECT.stream(command.awardId());
        var offered = Award.known(subjects.read(stream), command.awardId());
        Institution.accept(institution(offered.institutionId()), command.amount());
        lock(changes.streams(command.awardId()));
        changes.reduce(command, day(offered));
        var accepted = subjects.read(stream) instanceof Award.Accepted;
        return Answer.ok(made(command.awardId(), accepted ? "accepted" : "offered"));
    }

    @CommandHandler
    Answer handle(RankAlternates command) {
        var stream = Award.SUBJECT.stream(command.awardId());
        var offered = Award.known(subjects.read(stream), command.awardId());
        for (var id : command.studentIds()) student(id);
        subjects.lock(stream);
        subjects.append(stream, Award.decide(command, subjects.read(stream), day(offered)));
        return Answer.ok(new Ranked(command.awardId(), command.studentIds()));
    }

    /**
     * Expired offers end. Accepted awards keep what they have paid; the rest goes back to the fund.
     */
    @CommandHandler
    Answer handle(ExpireAwards command) {
        var funds = Fund.SUBJECT.stream(command.fundId());
        var fund = Fund.known(subjects.read(funds), command.fundId());
        var day = today.in(institution(fund.as().institutionId()).zone());
        var over = over(fund, day);
        var now = over.stream().limit(AT_ONCE).toList();
        lock(now.stream().flatMap(id -> changes.streams(id).stream()).toList());
        var before = Fund.known(subjects.read(funds), command.fundId());
        var expired = new ArrayList<String>();
        for (var id : now)
            if (isOver(Fund.known(subjects.read(funds), command.fundId()).held().get(id), day)) {
                changes.keepWhatIsUsed(id, AwardChanges.EXPIRED, day);
                expired.add(id);
            }
        var returned = returned(before, Fund.known(subjects.read(funds), command.fundId()), now);
        return Answer.ok(
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

    private void lock(List<Stream<?, ?>> streams) {
        subjects.lock(streams.toArray(Stream<?, ?>[]::new));
    }

    private void student(String id) {
        Student.known(subjects.read(Student.SUBJECT.stream(id)), id);
    }

    private void stillThere(String enrollmentId) {
        var enrollment = subjects.read(Enrollment.SUBJECT.stream(enrollmentId));
        if (Enrollment.hasEnded(enrollment))
            throw new Refusal(
                    ENROLLMENT_ENDED,
                    "Enrollment " + enrollmentId + ", which the award is for, has ended.");
    }

    private Made made(String awardId, String status) {
        var award = Award.standing(subjects.read(Award.SUBJECT.stream(awardId)), awardId);
        return new Made(awardId, status, award.worth());
    }

    private static Stream<Ledger, AccountEvent> account(String institutionId, String studentId) {
        return Account.SUBJECT.stream(Account.id(institutionId, studentId));
    }

    private @Nullable Particulars enrollment(MakeAward command, FundEstablished fund) {
        var id = command.enrollmentId();
        if (id == null) return null;
        var enrolled = Enrollment.known(subjects.read(Enrollment.SUBJECT.stream(id)), id);
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
            MakeAward command,
            FundEstablished fund,
            @Nullable Particulars enrollment,
            LocalDate day) {
        if (command.amount() != null) return command.amount();
        if (command.upTo() != null) return command.upTo();
        var covers = fund.covers();
        var dearest =
                subjects.read(PriceList.SUBJECT.stream(fund.institutionId())).dearest(day, covers);
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
                Offering.known(subjects.read(Offering.SUBJECT.stream(offeringId)), offeringId);
        return PriceList.covered(offering.tuition(), offering.deposit(), covers);
    }

    private LocalDate day(AwardOffered award) {
        return today.in(institution(award.institutionId()).zone());
    }

    private InstitutionRegistered institution(String id) {
        return Institution.known(subjects.read(Institution.SUBJECT.stream(id)), id);
    }

    record Made(String id, String status, Money amount) {}

    /** {@code passedOnTo} is the id of the award an alternate was offered instead, or null. */
    record Ended(String id, String status, Money amount, @Nullable String passedOnTo) {}

    record Ranked(String id, List<String> studentIds) {}

    /** {@code more} is true if more awards have expired than fit into one commit. */
    record Expired(String fundId, List<String> awards, Money returned, boolean more) {}
}
