package colophon.storage.axon;

import static java.util.stream.Collectors.toMap;

import colophon.events.account.AwardCredited;
import colophon.events.account.AwardWithdrawn;
import colophon.events.account.PaymentPosted;
import colophon.events.account.RefundPosted;
import colophon.events.account.TuitionCharged;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardOffered;
import colophon.events.award.AwardReleased;
import colophon.events.award.AwardRevoked;
import colophon.events.enrollment.CompletionReversed;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.enrollment.CourseNotCompleted;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.expense.ExpenseCategory;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.fund.ContributionReceived;
import colophon.events.fund.Coverage;
import colophon.events.fund.EncumbranceReleased;
import colophon.events.fund.FundEncumbered;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundedBy;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.money.Money;
import colophon.events.offering.Delivery;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.SeatTaken;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;
import colophon.events.pricelist.TuitionListed;
import colophon.events.privacy.Sealed;
import colophon.events.program.CertificateDefined;
import colophon.events.program.CourseListed;
import colophon.events.program.ProgramOpened;
import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.Within;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.StudentRegistered;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** One example of every event with every field, and of those that have one without the optional. */
final class Examples {

    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 14);
    private static final LocalDate LATER = LocalDate.of(2027, 6, 30);

    private static final Map<Class<?>, Object> FULL =
            Stream.of(
                            new InstitutionRegistered(
                                    "institution-1",
                                    "Bindery Academy",
                                    USD,
                                    ZoneId.of("America/New_York")),
                            new ProgramOpened("program-1", "institution-1", "Book Arts"),
                            new CourseListed(
                                    "course-1",
                                    "program-1",
                                    "institution-1",
                                    "Rebinding, Part One: \"Boards\" – Grün",
                                    "BA-101",
                                    new BigDecimal("1.50"),
                                    List.of("binding", "history")),
                            new CertificateDefined(
                                    "certificate-1",
                                    "program-1",
                                    "institution-1",
                                    "Certificate of Book Arts",
                                    "approval",
                                    1,
                                    DAY,
                                    requirement()),
                            new OfferingScheduled(
                                    "offering-1",
                                    "course-1",
                                    "program-1",
                                    "institution-1",
                                    DAY,
                                    LATER,
                                    12,
                                    money("1395.00"),
                                    Delivery.IN_PERSON,
                                    "Room 4",
                                    DAY),
                            new SeatTaken("offering-1", "enrollment-1", "student-1"),
                            new TuitionListed(
                                    "institution-1", "offering-1", money("1395.00"), LATER),
                            new StudentRegistered(
                                    "student-1",
                                    new Sealed("Z2l2ZW4="),
                                    new Sealed("ZmFtaWx5"),
                                    new Sealed("ZW1haWw="),
                                    "ZmluZ2VycHJpbnQ="),
                            new CandidacyDeclared(
                                    "student-1",
                                    "certificate-1",
                                    "program-1",
                                    "institution-1",
                                    1,
                                    true,
                                    DAY),
                            new StudentEnrolled(
                                    "enrollment-1",
                                    "student-1",
                                    "offering-1",
                                    "course-1",
                                    "program-1",
                                    "institution-1",
                                    DAY),
                            new CourseCompleted("enrollment-1", "student-1", "course-1", "A-", DAY),
                            new CourseNotCompleted(
                                    "enrollment-1", "student-1", "course-1", "W", DAY),
                            new CompletionReversed(
                                    "enrollment-1", "student-1", "course-1", "wrong student"),
                            new TuitionCharged(
                                    "institution-1",
                                    "student-1",
                                    "enrollment-1",
                                    "offering-1",
                                    money("1395.00"),
                                    DAY,
                                    LATER),
                            new AwardCredited(
                                    "institution-1",
                                    "student-1",
                                    "award-1",
                                    "fund-1",
                                    "enrollment-1",
                                    money("500.00"),
                                    true,
                                    Set.of(Coverage.TUITION, Coverage.FEE, Coverage.DEPOSIT),
                                    LATER,
                                    DAY),
                            new AwardWithdrawn(
                                    "institution-1", "student-1", "award-1", "revoked", DAY),
                            new PaymentPosted(
                                    "institution-1",
                                    "student-1",
                                    "payment-1",
                                    money("895.00"),
                                    Payer.EMPLOYER,
                                    PaymentMethod.BANK_TRANSFER,
                                    "wire 77",
                                    DAY),
                            new RefundPosted(
                                    "institution-1",
                                    "student-1",
                                    "payment-1",
                                    "refund-1",
                                    money("0.01"),
                                    Payer.SELF,
                                    "overpaid",
                                    DAY),
                            new FundEstablished(
                                    "fund-1",
                                    "institution-1",
                                    "Guild Scholarship",
                                    "The Guild",
                                    money("20000.00"),
                                    FundedBy.EXTERNAL,
                                    Set.of(Coverage.TUITION, Coverage.EXPENSE),
                                    DAY,
                                    LATER,
                                    2),
                            new ContributionReceived("fund-1", money("1000.00"), DAY),
                            new FundEncumbered(
                                    "fund-1", "award-1", "student-1", money("500.00"), LATER),
                            new EncumbranceReleased(
                                    "fund-1", "award-1", "student-1", money("500.00"), DAY),
                            new AwardOffered(
                                    "award-1",
                                    "fund-1",
                                    "student-1",
                                    "institution-1",
                                    "enrollment-1",
                                    money("500.00"),
                                    false,
                                    Set.of(Coverage.TUITION),
                                    LATER,
                                    DAY),
                            new AwardAccepted("award-1", "fund-1", "student-1", DAY),
                            new AwardReleased("award-1", "fund-1", "student-1", "declined", DAY),
                            new AwardRevoked("award-1", "fund-1", "student-1", "withdrew", DAY),
                            new PaymentReceived(
                                    "payment-1",
                                    "student-1",
                                    "institution-1",
                                    money("895.00"),
                                    PaymentMethod.CARD,
                                    Payer.SELF,
                                    "receipt 12",
                                    DAY),
                            new PaymentRefunded(
                                    "payment-1", "refund-1", money("95.00"), "overpaid", DAY),
                            new ExpenseRecorded(
                                    "expense-1",
                                    "student-1",
                                    "institution-1",
                                    money("210.40"),
                                    ExpenseCategory.TRAVEL,
                                    "offering-1",
                                    DAY))
                    .collect(toMap(Object::getClass, example -> example));

    private Examples() {}

    /** Fails for an event that has no example yet. */
    static Object of(Class<?> event) {
        return Objects.requireNonNull(FULL.get(event), () -> "no example of " + event);
    }

    static List<Object> sparse() {
        return List.of(
                new CourseListed("c", "p", "i", "Sewing", null, null, List.of()),
                new OfferingScheduled(
                        "o",
                        "c",
                        "p",
                        "i",
                        DAY,
                        LATER,
                        1,
                        money("0.00"),
                        Delivery.HYBRID,
                        null,
                        null),
                new StudentRegistered("s", new Sealed("Z2l2ZW4="), new Sealed("Zg=="), null, "f"),
                new CourseCompleted("e", "s", "c", null, DAY),
                new CourseNotCompleted("e", "s", "c", null, DAY),
                new AwardCredited(
                        "i", "s", "a", "f", null, money("1.00"), false, Set.of(), null, DAY),
                new PaymentPosted(
                        "i", "s", "p", money("1.00"), Payer.SELF, PaymentMethod.CASH, null, DAY),
                new FundEstablished(
                        "f",
                        "i",
                        "Fund",
                        null,
                        money("1.00"),
                        FundedBy.PROGRAM,
                        Set.of(Coverage.FEE),
                        null,
                        null,
                        null),
                new FundEncumbered("f", "a", "s", money("1.00"), null),
                new AwardOffered(
                        "a", "f", "s", "i", null, money("1.00"), true, Set.of(), null, DAY),
                new PaymentReceived(
                        "p",
                        "s",
                        "i",
                        money("1.00"),
                        PaymentMethod.CHECK,
                        Payer.SPONSOR,
                        null,
                        DAY),
                new ExpenseRecorded("x", "s", "i", money("1.00"), ExpenseCategory.OTHER, null, DAY),
                new CertificateDefined(
                        "c",
                        "p",
                        "i",
                        "Any three",
                        "automatic",
                        2,
                        DAY,
                        new Courses(3, new OfInstitution())));
    }

    private static Requirement requirement() {
        var electives = new LinkedHashSet<>(List.of("course-2", "course-1", "course-3"));
        return new Within(
                Period.ofYears(8),
                new AllOf(
                        List.of(
                                new Courses(5, new OfProgram()),
                                new Courses(2, new OfList(electives)))));
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }
}
