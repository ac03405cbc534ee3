package colophon.commands.award;

import static colophon.commands.Reason.NO_PRICE_KNOWN;
import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;
import static colophon.commands.Reason.OF_ANOTHER_STUDENT;

import colophon.commands.Refusal;
import colophon.commands.account.Account;
import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.fund.Encumber;
import colophon.commands.fund.Fund;
import colophon.commands.fund.ReleaseEncumbrance;
import colophon.commands.institution.Institution;
import colophon.commands.offering.Offering;
import colophon.commands.offering.PriceList;
import colophon.commands.student.Student;
import colophon.events.account.AccountEvent;
import colophon.events.account.AwardCredited;
import colophon.events.account.AwardWithdrawn;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardOffered;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.fund.FundEstablished;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.money.Money;

import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

@Component
class AwardDesk implements Desk {

    private final Subjects subjects;
    private final Today today;

    AwardDesk(Subjects subjects, Today today) {
        this.subjects = subjects;
        this.today = today;
    }

    /** Award, encumbrance and, when accepted, credit in one commit. */
    @CommandHandler
    Answer handle(MakeAward command) {
        Student.known(
                subjects.read(Student.SUBJECT.stream(command.studentId())), command.studentId());
        var funds = Fund.SUBJECT.stream(command.fundId());
        var fund = Fund.known(subjects.read(funds), command.fundId()).as();
        var institution = institution(fund.institutionId());
        var day = today.in(institution.zone());
        var enrollment = enrollment(command, fund);
        var stream = Award.SUBJECT.stream(command.awardId());
        var account = Account.SUBJECT.stream(Account.id(fund.institutionId(), command.studentId()));
        subjects.lock(stream, funds, account);
        var award = subjects.read(stream);
        var worth =
                award instanceof Award.Unknown
                        ? worth(command, fund, enrollment, day)
                        : Award.known(award, command.awardId()).amount();
        Institution.accept(institution, worth);
        var decided = Award.decide(command, fund, worth, award, day);
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
        }
        for (var event : decided)
            if (event instanceof AwardAccepted accepted)
                subjects.append(account, credit(offered, accepted));
        var status = command.accepted() ? "accepted" : "offered";
        return Answer.made(
                !decided.isEmpty(), new Made(offered.awardId(), status, offered.amount()));
    }

    @CommandHandler
    Answer handle(AcceptAward command) {
        var stream = Award.SUBJECT.stream(command.awardId());
        var offered = Award.known(subjects.read(stream), command.awardId());
        var account =
                Account.SUBJECT.stream(Account.id(offered.institutionId(), offered.studentId()));
        subjects.lock(stream, account);
        for (var event : Award.decide(command, subjects.read(stream), day(offered))) {
            subjects.append(stream, List.of(event));
            if (event instanceof AwardAccepted accepted)
                subjects.append(account, credit(offered, accepted));
        }
        return Answer.ok(new Made(offered.awardId(), "accepted", offered.amount()));
    }

    @CommandHandler
    Answer handle(EndAward command) {
        var stream = Award.SUBJECT.stream(command.awardId());
        var offered = Award.known(subjects.read(stream), command.awardId());
        var fund = Fund.SUBJECT.stream(offered.fundId());
        var account =
                Account.SUBJECT.stream(Account.id(offered.institutionId(), offered.studentId()));
        subjects.lock(stream, fund, account);
        var award = subjects.read(stream);
        var day = day(offered);
        var decided = Award.decide(command, award, day);
        subjects.append(stream, decided);
        if (!decided.isEmpty()) {
            var release = new ReleaseEncumbrance(offered.fundId(), offered.awardId());
            subjects.append(fund, Fund.decide(release, subjects.read(fund), day));
            if (award instanceof Award.Accepted)
                subjects.append(
                        account,
                        List.of(
                                new AwardWithdrawn(
                                        offered.institutionId(),
                                        offered.studentId(),
                                        offered.awardId(),
                                        command.reason(),
                                        day)));
        }
        var status = command.revoked() ? "revoked" : "released";
        return Answer.ok(new Made(offered.awardId(), status, offered.amount()));
    }

    private @Nullable StudentEnrolled enrollment(MakeAward command, FundEstablished fund) {
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

    /** What the fund has to hold for it: its amount, or the dearest course it might pay for. */
    private Money worth(
            MakeAward command,
            FundEstablished fund,
            @Nullable StudentEnrolled enrollment,
            LocalDate day) {
        if (command.amount() != null) return command.amount();
        if (command.upTo() != null) return command.upTo();
        var prices = subjects.read(PriceList.SUBJECT.stream(fund.institutionId()));
        var dearest = prices.dearest(day);
        var own = enrollment == null ? null : tuition(enrollment.offeringId());
        if (dearest == null && own == null)
            throw new Refusal(
                    NO_PRICE_KNOWN,
                    "No offering of "
                            + fund.institutionId()
                            + " is still to end: say upTo, the most the course may cost.");
        if (dearest == null) return Objects.requireNonNull(own);
        return own == null ? dearest : own.max(dearest);
    }

    private Money tuition(String offeringId) {
        return Offering.known(subjects.read(Offering.SUBJECT.stream(offeringId)), offeringId)
                .tuition();
    }

    private LocalDate day(AwardOffered award) {
        return today.in(institution(award.institutionId()).zone());
    }

    private InstitutionRegistered institution(String id) {
        return Institution.known(subjects.read(Institution.SUBJECT.stream(id)), id);
    }

    private static List<AccountEvent> credit(AwardOffered award, AwardAccepted accepted) {
        return List.of(
                new AwardCredited(
                        award.institutionId(),
                        award.studentId(),
                        award.awardId(),
                        award.fundId(),
                        award.enrollmentId(),
                        award.amount(),
                        award.oneCourse(),
                        award.covers(),
                        award.expiresOn(),
                        accepted.acceptedOn()));
    }

    record Made(String id, String status, Money amount) {}
}
