package colophon.views;

import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardOffered;
import colophon.events.award.AwardReduced;
import colophon.events.award.AwardRevoked;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.enrollment.CourseNotCompleted;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.expense.ExpenseCategory;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.fund.Coverage;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundedBy;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.money.Money;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.SeatTaken;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;
import colophon.events.payment.PaymentReversed;
import colophon.events.privacy.Sealed;
import colophon.events.program.CertificateDefined;
import colophon.events.program.CourseListed;
import colophon.events.program.ProgramOpened;
import colophon.events.requirement.Requirement;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.StudentRegistered;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** Makes commits like those of the command side, with default values for irrelevant fields. */
public final class Given {

    public static final Currency USD = Currency.getInstance("USD");
    public static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);

    private Given() {}

    public static Money usd(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }

    public static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    public static Object institution(String id) {
        return new InstitutionRegistered(
                id, "Institution " + id, USD, ZoneId.of("America/New_York"));
    }

    public static Object program(String id, String institution) {
        return new ProgramOpened(id, institution, "Program " + id);
    }

    public static Object course(String id, String program, String institution) {
        return new CourseListed(
                id, program, institution, "Course " + id, null, null, List.of("history"));
    }

    public static Object certificate(
            String id, String program, String institution, Requirement requirement) {
        return new CertificateDefined(
                id,
                program,
                institution,
                "Certificate " + id,
                "automatic",
                1,
                day("2000-01-01"),
                requirement,
                List.of(),
                null);
    }

    public static OfferingScheduled offering(
            String id, String course, String program, String institution, String starts, Money at) {
        return new OfferingScheduled(
                id,
                course,
                program,
                institution,
                day(starts),
                day(starts).plusDays(4),
                12,
                at,
                null,
                null,
                Delivery.IN_PERSON,
                "Charlottesville",
                null,
                Admission.OPEN,
                null,
                Period.ofDays(14),
                null);
    }

    public static StudentRegistered student(String id, String given, String family) {
        return new StudentRegistered(
                id, sealed(given), sealed(family), sealed(given + "@example.org"), "print-" + id);
    }

    public static Object candidacy(
            String student, String certificate, String program, String institution) {
        return new CandidacyDeclared(
                student, certificate, program, institution, 1, false, null, day("2020-01-01"));
    }

    /** A seat, an enrollment and a charge, as in one commit. */
    public static Object[] enrolled(String id, String student, OfferingScheduled in) {
        return new Object[] {
            new SeatTaken(in.offeringId(), id, student),
            new StudentEnrolled(
                    id,
                    student,
                    in.offeringId(),
                    in.courseId(),
                    in.programId(),
                    in.institutionId(),
                    null,
                    MAY_1),
            charged(id, student, in, in.startsOn())
        };
    }

    public static ChargePosted charged(
            String enrollment, String student, OfferingScheduled in, LocalDate dueOn) {
        return new ChargePosted(
                in.institutionId(),
                student,
                enrollment + ":tuition",
                ChargeKind.TUITION,
                enrollment,
                in.offeringId(),
                in.tuition(),
                null,
                MAY_1,
                dueOn);
    }

    public static Object completed(String enrollment, String student, String course, String on) {
        return new CourseCompleted(enrollment, student, course, "p", "rbs", null, null, day(on));
    }

    public static Object notCompleted(String enrollment, String student, String course, String on) {
        return new CourseNotCompleted(enrollment, student, course, "W", day(on));
    }

    public static Object fund(String id, String institution, String budget, Coverage... covers) {
        return new FundEstablished(
                id,
                institution,
                "Fund " + id,
                null,
                usd(budget),
                FundedBy.PROGRAM,
                Set.of(covers),
                null,
                null,
                null,
                null);
    }

    /** An award that is offered and accepted in one commit. */
    public static Object[] awarded(AwardAccepted award) {
        return new Object[] {offered(award), award};
    }

    public static AwardOffered offered(AwardAccepted award) {
        return new AwardOffered(
                award.awardId(),
                award.fundId(),
                award.studentId(),
                award.institutionId(),
                award.enrollmentId(),
                award.amount(),
                award.oneCourse(),
                award.covers(),
                award.expiresOn(),
                award.acceptedOn());
    }

    public static AwardAccepted credit(
            String id, String fund, String student, String institution, Money amount) {
        return award(id, fund, student, institution, amount, false);
    }

    public static AwardAccepted oneCourse(
            String id, String fund, String student, String institution, Money upTo) {
        return award(id, fund, student, institution, upTo, true);
    }

    private static AwardAccepted award(
            String id,
            String fund,
            String student,
            String institution,
            Money amount,
            boolean oneCourse) {
        return new AwardAccepted(
                id,
                fund,
                student,
                institution,
                null,
                amount,
                oneCourse,
                Set.of(Coverage.TUITION),
                null,
                true,
                MAY_1);
    }

    public static AwardAccepted tiedTo(@Nullable String enrollment, AwardAccepted award) {
        return with(award, enrollment, award.covers(), award.expiresOn());
    }

    public static AwardAccepted covering(AwardAccepted award, Coverage... covers) {
        return with(award, award.enrollmentId(), Set.of(covers), award.expiresOn());
    }

    public static AwardAccepted expiring(@Nullable LocalDate on, AwardAccepted award) {
        return with(award, award.enrollmentId(), award.covers(), on);
    }

    private static AwardAccepted with(
            AwardAccepted award,
            @Nullable String enrollment,
            Set<Coverage> covers,
            @Nullable LocalDate expiresOn) {
        return new AwardAccepted(
                award.awardId(),
                award.fundId(),
                award.studentId(),
                award.institutionId(),
                enrollment,
                award.amount(),
                award.oneCourse(),
                covers,
                expiresOn,
                award.atOnce(),
                award.acceptedOn());
    }

    public static AwardRevoked revoked(AwardAccepted award) {
        return new AwardRevoked(
                award.awardId(),
                award.fundId(),
                award.studentId(),
                award.institutionId(),
                award.amount(),
                "moved away",
                MAY_1);
    }

    /** The award is worth {@code to} from now on; {@code by} goes back to its fund. */
    public static AwardReduced reduced(AwardAccepted award, Money to, Money by, LocalDate on) {
        return new AwardReduced(
                award.awardId(),
                award.fundId(),
                award.studentId(),
                award.institutionId(),
                to,
                by,
                "less is needed",
                on);
    }

    public static PaymentReceived payment(
            String id, String student, String institution, Money amount, Payer payer, String on) {
        return new PaymentReceived(
                id,
                student,
                institution,
                amount,
                PaymentMethod.BANK_TRANSFER,
                payer,
                "ref-" + id,
                day(on));
    }

    public static PaymentReversed reversed(PaymentReceived payment, String reason, LocalDate on) {
        return new PaymentReversed(
                payment.paymentId(),
                payment.studentId(),
                payment.institutionId(),
                payment.amount(),
                reason,
                on);
    }

    public static PaymentRefunded refund(
            String id, PaymentReceived payment, Money amount, String reason, String on) {
        return new PaymentRefunded(
                payment.paymentId(),
                id,
                payment.studentId(),
                payment.institutionId(),
                amount,
                payment.payer(),
                reason,
                day(on));
    }

    public static ExpenseRecorded expense(
            String id, String student, String institution, Money amount, String on) {
        return new ExpenseRecorded(
                id, student, institution, amount, ExpenseCategory.TRAVEL, null, day(on));
    }

    public static Sealed sealed(String value) {
        return new Sealed("sealed:" + value);
    }
}
