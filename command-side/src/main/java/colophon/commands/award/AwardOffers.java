package colophon.commands.award;

import static colophon.commands.Reason.ENROLLMENT_ENDED;
import static colophon.commands.Reason.NO_PRICE_KNOWN;
import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;
import static colophon.commands.Reason.OF_ANOTHER_STUDENT;

import static java.util.Objects.requireNonNull;

import colophon.commands.Refusal;
import colophon.commands.account.Account;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.enrollment.Enrollment.Details;
import colophon.commands.fund.Fund;
import colophon.commands.institution.Institution;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.offering.Offering;
import colophon.commands.offering.PriceList;
import colophon.commands.student.Student;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardOffered;
import colophon.events.fund.FundEstablished;
import colophon.events.money.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/** Makes and accepts awards: the award, what its fund holds, and the account of its student. */
record AwardOffers(States states) {

    /** An award; {@code made} is false if the same request made it before. */
    record MadeAward(AwardOffered award, boolean made) {}

    /** The streams that the offer may append to. Refused if the student or fund does not exist. */
    List<StreamId<?, ?>> streams(OfferAward command) {
        Student.require(states, command.studentId());
        var fund = Fund.require(states, command.fundId()).as();
        return List.of(
                Award.STREAM.stream(command.awardId()),
                Fund.STREAM.stream(command.fundId()),
                Account.stream(fund.institutionId(), command.studentId()));
    }

    /** Makes an award, which is accepted at once if the command says so. */
    MadeAward offer(OfferAward command, LocalDate today) {
        Student.require(states, command.studentId());
        var fund = Fund.require(states, command.fundId()).as();
        var enrollment = enrollment(command, fund);
        var stream = Award.STREAM.stream(command.awardId());
        var account = Account.stream(fund.institutionId(), command.studentId());
        var award = states.read(stream);
        // a repeated request gets its answer even if the enrollment has ended since
        if (award instanceof Award.Unknown && enrollment != null)
            requireNotEnded(enrollment.enrollmentId());
        var worth =
                award instanceof Award.Unknown
                        ? worth(command, fund, enrollment, today)
                        : Award.require(award, command.awardId()).amount();
        Institution.accept(Institution.require(states, fund.institutionId()), worth);
        for (var event : Award.decide(command, fund, worth, award, today))
            switch (event) {
                case AwardOffered offered -> append(offered, today);
                case AwardAccepted accepted ->
                        states.append(List.of(stream, account), List.of(accepted));
                default -> throw new IllegalStateException("Not an offer: " + event);
            }
        return new MadeAward(
                Award.require(states, command.awardId()), award instanceof Award.Unknown);
    }

    /**
     * Appends an offer to its own stream, its fund's and its student's account. Refused if the fund
     * cannot hold the money for it, or the student holds too many awards.
     */
    void append(AwardOffered offered, LocalDate today) {
        var account = AwardChanges.account(offered);
        var fund = Fund.require(states, offered.fundId());
        Fund.requireAvailable(offered, fund, today);
        var atMost = fund.as().activeAwardsPerInstitution();
        Account.requireRoom(offered, atMost, states.read(account), today);
        states.append(
                List.of(
                        Award.STREAM.stream(offered.awardId()),
                        account,
                        Fund.STREAM.stream(offered.fundId())),
                List.of(offered));
    }

    /** The streams that accepting the award may append to. Refused if it does not exist. */
    List<StreamId<?, ?>> streams(AcceptAward command) {
        var offered = Award.require(states, command.awardId());
        return List.of(Award.STREAM.stream(command.awardId()), AwardChanges.account(offered));
    }

    /** The student accepts an award, which pays from now on. */
    void accept(AcceptAward command, LocalDate today) {
        var stream = Award.STREAM.stream(command.awardId());
        var award = states.read(stream);
        var decided = Award.decide(command, award, today);
        if (decided.isEmpty()) return;
        var as = Award.require(award, command.awardId());
        if (as.enrollmentId() != null) requireNotEnded(as.enrollmentId());
        states.append(List.of(stream, AwardChanges.account(as)), decided);
    }

    private void requireNotEnded(String enrollmentId) {
        if (Enrollment.hasEnded(states.read(Enrollment.STREAM.stream(enrollmentId))))
            throw new Refusal(
                    ENROLLMENT_ENDED,
                    "Enrollment " + enrollmentId + ", which the award is for, has ended.");
    }

    private @Nullable Details enrollment(OfferAward command, FundEstablished fund) {
        var id = command.enrollmentId();
        if (id == null) return null;
        var enrolled = Enrollment.require(states, id).details();
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
            OfferAward command,
            FundEstablished fund,
            @Nullable Details enrollment,
            LocalDate today) {
        if (command.amount() != null) return command.amount();
        if (command.upTo() != null) return command.upTo();
        var covers = fund.covers();
        var dearest =
                states.read(PriceList.STREAM.stream(fund.institutionId())).dearest(today, covers);
        var own = enrollment == null ? null : price(enrollment.offeringId(), fund);
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

    private @Nullable Money price(String offeringId, FundEstablished fund) {
        var offering = Offering.require(states, offeringId);
        return PriceList.covered(offering.tuition(), offering.deposit(), fund.covers());
    }
}
