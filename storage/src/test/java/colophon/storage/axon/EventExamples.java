package colophon.storage.axon;

import static java.util.stream.Collectors.toMap;

import colophon.events.account.AllocationLocked;
import colophon.events.account.AllocationUnlocked;
import colophon.events.account.AwardCreditReduced;
import colophon.events.account.AwardCredited;
import colophon.events.account.AwardPromised;
import colophon.events.account.AwardWithdrawn;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.account.ChargeReversed;
import colophon.events.account.ChargeWrittenOff;
import colophon.events.account.ExpensePosted;
import colophon.events.account.ExpenseReversalPosted;
import colophon.events.account.Instalment;
import colophon.events.account.PaymentPlanAgreed;
import colophon.events.account.PaymentPlanEnded;
import colophon.events.account.PaymentPosted;
import colophon.events.account.PaymentReversalPosted;
import colophon.events.account.RefundPosted;
import colophon.events.award.AlternatesRanked;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardOffered;
import colophon.events.award.AwardPassedOn;
import colophon.events.award.AwardReduced;
import colophon.events.award.AwardReleased;
import colophon.events.award.AwardRevoked;
import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialReinstated;
import colophon.events.credential.CredentialRevoked;
import colophon.events.credential.CredentialSuperseded;
import colophon.events.enrollment.CompletionReversed;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.enrollment.CourseNotCompleted;
import colophon.events.enrollment.EnrollmentCancelled;
import colophon.events.enrollment.EnrollmentDeclined;
import colophon.events.enrollment.EnrollmentDeferred;
import colophon.events.enrollment.EnrollmentDropped;
import colophon.events.enrollment.EnrollmentReinstated;
import colophon.events.enrollment.EnrollmentTransferred;
import colophon.events.enrollment.EnrollmentWithdrawn;
import colophon.events.enrollment.SeatOfferLapsed;
import colophon.events.enrollment.SeatOffered;
import colophon.events.enrollment.StudentApplied;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.enrollment.StudentWaitlisted;
import colophon.events.expense.ExpenseCategory;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.expense.ExpenseReversed;
import colophon.events.fund.ContributionReceived;
import colophon.events.fund.Coverage;
import colophon.events.fund.EncumbranceReduced;
import colophon.events.fund.EncumbranceReleased;
import colophon.events.fund.FundEncumbered;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundedBy;
import colophon.events.imports.ImportCancellationRequested;
import colophon.events.imports.ImportCancelled;
import colophon.events.imports.ImportFinished;
import colophon.events.imports.ImportKind;
import colophon.events.imports.ImportReversalStarted;
import colophon.events.imports.ImportReversed;
import colophon.events.imports.ImportStarted;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.money.Money;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.OfferingCancelled;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.RefundPolicyRevised;
import colophon.events.offering.SeatHeld;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.SeatTaken;
import colophon.events.offering.Waitlist;
import colophon.events.offering.WaitlistJoined;
import colophon.events.offering.WaitlistLeft;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;
import colophon.events.payment.PaymentReversed;
import colophon.events.pricelist.TuitionDelisted;
import colophon.events.pricelist.TuitionListed;
import colophon.events.privacy.Sealed;
import colophon.events.program.CertificateDefined;
import colophon.events.program.CourseListed;
import colophon.events.program.Lapse;
import colophon.events.program.Pathway;
import colophon.events.program.ProgramOpened;
import colophon.events.program.RequirementRevised;
import colophon.events.refund.RefundPolicy;
import colophon.events.refund.Tier;
import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfPathway;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Choose;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.MaxShared;
import colophon.events.requirement.Requirement.MaxTransferred;
import colophon.events.requirement.Requirement.MinimumGrade;
import colophon.events.requirement.Requirement.Units;
import colophon.events.requirement.Requirement.Within;
import colophon.events.rights.AmendmentDecided;
import colophon.events.rights.AmendmentRequested;
import colophon.events.rights.DirectoryOptOutChanged;
import colophon.events.rights.StatementPlaced;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.CandidacyMoved;
import colophon.events.student.CandidacyReinstated;
import colophon.events.student.ErasureRequested;
import colophon.events.student.ErasureWithdrawn;
import colophon.events.student.LeaveGranted;
import colophon.events.student.StudentErased;
import colophon.events.student.StudentRegistered;
import colophon.events.transcript.CompletionPosted;
import colophon.events.transcript.CompletionRemoved;
import colophon.events.transcript.ConferralPosted;
import colophon.events.transcript.ConferralRemoved;
import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.CreditShared;
import colophon.events.transcript.CreditTransferred;
import colophon.events.transcript.EntryWithdrawn;
import colophon.events.transcript.RequirementWaived;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** An example of every event with every field, and one without the optional fields. */
final class EventExamples {

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
                                    requirement(),
                                    List.of(pathway()),
                                    new Lapse(Period.ofYears(1), Period.ofMonths(6))),
                            new RequirementRevised(
                                    "certificate-1", 2, LATER, everyNode(), List.of(pathway())),
                            new OfferingScheduled(
                                    "offering-1",
                                    "course-1",
                                    "program-1",
                                    "institution-1",
                                    DAY,
                                    LATER,
                                    12,
                                    money("1395.00"),
                                    money("250.00"),
                                    DAY,
                                    Delivery.IN_PERSON,
                                    "Room 4",
                                    DAY,
                                    Admission.APPLICATION,
                                    Waitlist.INSTRUCTOR_PICK,
                                    Period.ofDays(14),
                                    policy()),
                            new RefundPolicyRevised("offering-1", policy(), "was too strict"),
                            new SeatHeld("offering-1", "enrollment-1", "student-1", LATER),
                            new SeatReleased("offering-1", "enrollment-1", "student-1"),
                            new WaitlistJoined("offering-1", "enrollment-1", "student-1"),
                            new WaitlistLeft("offering-1", "enrollment-1", "student-1"),
                            new OfferingCancelled("offering-1", "too few", DAY),
                            new TuitionDelisted("institution-1", "offering-1"),
                            new SeatTaken("offering-1", "enrollment-1", "student-1"),
                            new TuitionListed(
                                    "institution-1",
                                    "offering-1",
                                    money("1395.00"),
                                    money("250.00"),
                                    LATER),
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
                                    "archives",
                                    DAY),
                            new CandidacyMoved(
                                    "student-1",
                                    "certificate-1",
                                    2,
                                    "archives",
                                    "asked for it",
                                    DAY),
                            new LeaveGranted("student-1", "certificate-1", DAY, LATER, "a child"),
                            new DirectoryOptOutChanged("student-1", true),
                            new AmendmentRequested(
                                    "student-1",
                                    "amendment-1",
                                    "institution-1",
                                    new Sealed("c2VhbGVkIHdyb25n"),
                                    new Sealed("c2VhbGVkIHJpZ2h0"),
                                    "bWFyaw=="),
                            new AmendmentDecided(
                                    "student-1",
                                    "amendment-1",
                                    true,
                                    new Sealed("c2VhbGVkIHJlYXNvbg=="),
                                    List.of(17L, 18L),
                                    "bWFyaw=="),
                            new StatementPlaced(
                                    "student-1",
                                    "amendment-1",
                                    new Sealed("c2VhbGVkIHN0YXRlbWVudA=="),
                                    "bWFyaw=="),
                            new CandidacyReinstated(
                                    "student-1", "certificate-1", "back at work", DAY),
                            new ErasureRequested("student-1", "asked by letter", "account-1"),
                            new ErasureWithdrawn("student-1", "the wrong student"),
                            new StudentErased("student-1", "account-2"),
                            new CompletionPosted(
                                    "student-1",
                                    "enrollment-1",
                                    "course-1",
                                    "program-1",
                                    "institution-1",
                                    new BigDecimal("1.50"),
                                    "A-",
                                    DAY),
                            new CompletionRemoved("student-1", "enrollment-1", "wrong student"),
                            new CreditTransferred(
                                    "student-1",
                                    "credit-1",
                                    "course-1",
                                    "program-1",
                                    "institution-1",
                                    new BigDecimal("3"),
                                    "B",
                                    DAY,
                                    "Library School of the North",
                                    "same syllabus"),
                            new RequirementWaived(
                                    "student-1",
                                    "waiver-1",
                                    "certificate-1",
                                    1,
                                    "/allOf/0/courses",
                                    new BigDecimal("1"),
                                    "twenty years at the bench",
                                    DAY),
                            new CourseSubstituted(
                                    "student-1",
                                    "substitution-1",
                                    "certificate-1",
                                    "course-1",
                                    "program-1",
                                    "institution-1",
                                    "course-9",
                                    "not offered any more",
                                    DAY),
                            new CreditShared(
                                    "student-1",
                                    "sharing-1",
                                    "enrollment-1",
                                    "MA Library Science",
                                    "its registrar says so"),
                            new EntryWithdrawn("student-1", "waiver-1", "mistaken"),
                            new ConferralPosted(
                                    "student-1",
                                    "certificate-1",
                                    "credential-1",
                                    List.of("enrollment-1", "credit-1"),
                                    List.of("waiver-1")),
                            new ConferralRemoved(
                                    "student-1", "certificate-1", "credential-1", true),
                            new CertificateConferred(
                                    "credential-1",
                                    "student-1",
                                    "certificate-1",
                                    "program-1",
                                    "institution-1",
                                    2,
                                    "archives",
                                    List.of("enrollment-1", "credit-1"),
                                    List.of("waiver-1"),
                                    "credential-0",
                                    DAY),
                            new CredentialRevoked(
                                    "credential-1",
                                    "student-1",
                                    "certificate-1",
                                    true,
                                    "plagiarism",
                                    DAY),
                            new CredentialReinstated(
                                    "credential-1", "student-1", "certificate-1", "cleared", DAY),
                            new CredentialSuperseded(
                                    "credential-0",
                                    "student-1",
                                    "certificate-1",
                                    "credential-1",
                                    "wrong student",
                                    DAY),
                            new StudentEnrolled(
                                    "enrollment-1",
                                    "student-1",
                                    "offering-1",
                                    "course-1",
                                    "program-1",
                                    "institution-1",
                                    policy(),
                                    DAY),
                            new StudentApplied(
                                    "enrollment-1",
                                    "student-1",
                                    "offering-1",
                                    "course-1",
                                    "program-1",
                                    "institution-1",
                                    DAY),
                            new StudentWaitlisted(
                                    "enrollment-1",
                                    "student-1",
                                    "offering-1",
                                    "course-1",
                                    "program-1",
                                    "institution-1",
                                    DAY),
                            new SeatOffered("enrollment-1", "student-1", "offering-1", LATER, DAY),
                            new EnrollmentDeclined(
                                    "enrollment-1", "student-1", "offering-1", "no room", DAY),
                            new SeatOfferLapsed(
                                    "enrollment-1", "student-1", "offering-1", DAY, LATER),
                            new EnrollmentDropped(
                                    "enrollment-1", "student-1", "offering-1", "illness", DAY),
                            new EnrollmentWithdrawn(
                                    "enrollment-1", "student-1", "offering-1", "illness", DAY),
                            new EnrollmentCancelled(
                                    "enrollment-1", "student-1", "offering-1", "too few", DAY),
                            new EnrollmentDeferred(
                                    "enrollment-1", "student-1", "offering-1", "next year", DAY),
                            new EnrollmentTransferred(
                                    "enrollment-1",
                                    "student-1",
                                    "offering-1",
                                    "offering-2",
                                    "course-2",
                                    "program-1",
                                    policy(),
                                    "clash of dates",
                                    DAY),
                            new EnrollmentReinstated(
                                    "enrollment-1",
                                    "student-1",
                                    "offering-1",
                                    policy(),
                                    "well again",
                                    DAY),
                            new CourseCompleted("enrollment-1", "student-1", "course-1", "A-", DAY),
                            new CourseNotCompleted(
                                    "enrollment-1", "student-1", "course-1", "W", DAY),
                            new CompletionReversed(
                                    "enrollment-1", "student-1", "course-1", "wrong student"),
                            new ChargePosted(
                                    "institution-1",
                                    "student-1",
                                    "enrollment-1:tuition",
                                    ChargeKind.TUITION,
                                    "enrollment-1",
                                    "offering-1",
                                    money("1395.00"),
                                    "materials",
                                    DAY,
                                    LATER),
                            new ChargeReversed(
                                    "institution-1",
                                    "student-1",
                                    "enrollment-1:tuition",
                                    money("697.50"),
                                    "withdrew",
                                    DAY),
                            new ChargeWrittenOff(
                                    "institution-1",
                                    "student-1",
                                    "enrollment-1:tuition",
                                    money("0.50"),
                                    "too small",
                                    DAY),
                            new AwardPromised(
                                    "institution-1",
                                    "student-1",
                                    "award-1",
                                    "fund-1",
                                    money("500.00"),
                                    LATER,
                                    DAY),
                            new AwardCreditReduced(
                                    "institution-1",
                                    "student-1",
                                    "award-1",
                                    money("250.00"),
                                    "withdrew",
                                    DAY),
                            new PaymentReversalPosted(
                                    "institution-1",
                                    "student-1",
                                    "payment-1",
                                    money("895.00"),
                                    "another student's",
                                    DAY),
                            new ExpensePosted(
                                    "institution-1",
                                    "student-1",
                                    "expense-1",
                                    money("210.40"),
                                    ExpenseCategory.TRAVEL,
                                    "offering-1",
                                    DAY),
                            new ExpenseReversalPosted(
                                    "institution-1",
                                    "student-1",
                                    "expense-1",
                                    "another student's",
                                    DAY),
                            new AllocationLocked(
                                    "institution-1",
                                    "student-1",
                                    "lock-1",
                                    "award-1",
                                    "payment-1",
                                    "enrollment-1:tuition",
                                    money("100.00"),
                                    "the employer pays this course only",
                                    DAY),
                            new AllocationUnlocked(
                                    "institution-1", "student-1", "lock-1", "agreed", DAY),
                            new PaymentPlanAgreed(
                                    "institution-1",
                                    "student-1",
                                    "plan-1",
                                    List.of(
                                            new Instalment(DAY, money("600.00")),
                                            new Instalment(LATER, money("795.00"))),
                                    DAY),
                            new PaymentPlanEnded(
                                    "institution-1", "student-1", "plan-1", "paid early", DAY),
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
                                    2,
                                    3),
                            new EncumbranceReduced(
                                    "fund-1", "award-1", "student-1", money("250.00"), DAY),
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
                            new AwardReduced(
                                    "award-1",
                                    "fund-1",
                                    "student-1",
                                    money("250.00"),
                                    "withdrew",
                                    DAY),
                            new AlternatesRanked(
                                    "award-1",
                                    "fund-1",
                                    "student-1",
                                    List.of("student-3", "student-2"),
                                    DAY),
                            new AwardPassedOn(
                                    "award-1",
                                    "fund-1",
                                    "student-1",
                                    "award-1.2",
                                    "student-3",
                                    DAY),
                            new PaymentReversed("payment-1", "another student's", DAY),
                            new ExpenseReversed(
                                    "expense-1", "student-1", "institution-1", "twice", DAY),
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
                                    DAY),
                            new ImportStarted(
                                    "import-1",
                                    ImportKind.STUDENTS,
                                    "5f0c",
                                    1200,
                                    1201,
                                    "registrar@example.org",
                                    Set.of("institution-1"),
                                    "account 7"),
                            new ImportFinished("import-1", 1190, 8, 2),
                            new ImportCancellationRequested(
                                    "import-1", "wrong file", "registrar@example.org"),
                            new ImportCancelled("import-1", 600, 4, 1),
                            new ImportReversalStarted(
                                    "import-1",
                                    "wrong file",
                                    "registrar@example.org",
                                    Set.of("institution-1"),
                                    "account 7"),
                            new ImportReversed("import-1", 1189, 1))
                    .collect(toMap(Object::getClass, example -> example));

    private EventExamples() {}

    /** Fails for an event without an example. */
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
                        null,
                        null,
                        Delivery.HYBRID,
                        null,
                        null,
                        Admission.OPEN,
                        null,
                        Period.ofDays(14),
                        null),
                new TuitionListed("i", "o", money("1.00"), null, LATER),
                new StudentEnrolled("e", "s", "o", "c", "p", "i", null, DAY),
                new ChargePosted(
                        "i",
                        "s",
                        "c",
                        ChargeKind.LATE_FEE,
                        null,
                        null,
                        money("1.00"),
                        null,
                        DAY,
                        DAY),
                new AllocationLocked("i", "s", "l", null, "p", "c", money("1.00"), "a reason", DAY),
                new AwardPromised("i", "s", "a", "f", money("1.00"), null, DAY),
                new EnrollmentTransferred("e", "s", "o", "q", "c", "p", null, "a reason", DAY),
                new EnrollmentReinstated("e", "s", "o", null, "a reason", DAY),
                new RefundPolicyRevised(
                        "o", new RefundPolicy(1, List.of(), null, Set.of(), 0), "a reason"),
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
                new ExpensePosted("i", "s", "x", money("1.00"), ExpenseCategory.OTHER, null, DAY),
                new ExpenseRecorded("x", "s", "i", money("1.00"), ExpenseCategory.OTHER, null, DAY),
                new CertificateDefined(
                        "c",
                        "p",
                        "i",
                        "Any three",
                        "automatic",
                        2,
                        DAY,
                        new Courses(3, new OfInstitution()),
                        List.of(),
                        null),
                new CertificateDefined(
                        "c",
                        "p",
                        "i",
                        "Soon",
                        "automatic",
                        1,
                        DAY,
                        new Courses(3, new OfInstitution()),
                        List.of(),
                        new Lapse(Period.ofDays(90), null)),
                new CandidacyDeclared("s", "c", "p", "i", 1, false, null, DAY),
                new CandidacyMoved("s", "c", 2, null, "asked for it", DAY),
                new CompletionPosted("s", "e", "c", "p", "i", null, null, DAY),
                new CreditTransferred("s", "t", "c", "p", "i", null, null, DAY, "North", "same"),
                new RequirementWaived("s", "w", "c", 1, "/units", null, "known", DAY),
                new CertificateConferred(
                        "k", "s", "c", "p", "i", 1, null, List.of(), List.of(), null, DAY));
    }

    private static Pathway pathway() {
        return new Pathway("archives", "Digital Archives", List.of("course-2", "course-1"));
    }

    private static Requirement everyNode() {
        return new Within(
                Period.ofYears(3),
                new MinimumGrade(
                        "C",
                        new MaxShared(
                                new BigDecimal("6"),
                                new MaxTransferred(
                                        new BigDecimal("4.5"),
                                        new Choose(
                                                1,
                                                List.of(
                                                        new Units(
                                                                new BigDecimal("16"),
                                                                new OfPathway()),
                                                        new Units(
                                                                new BigDecimal("7.5"),
                                                                new OfProgram())))))));
    }

    /** Events stored by earlier versions, as they are read today, by the names of their files. */
    static Map<String, Object> older() {
        var all = new HashMap<>(olderRecords());
        all.putAll(olderImports());
        return all;
    }

    private static Map<String, Object> olderImports() {
        return Map.of(
                "ImportStarted.v1.json",
                olderImport(null),
                "ImportStarted.v2.json",
                olderImport(Set.of("institution-1")),
                "ImportReversalStarted.v1.json",
                olderReversal(null),
                "ImportReversalStarted.v2.json",
                olderReversal(Set.of("institution-1")));
    }

    private static Object olderImport(@Nullable Set<String> institutionIds) {
        return new ImportStarted(
                "import-1",
                ImportKind.STUDENTS,
                "5f0c",
                1200,
                1201,
                "registrar@example.org",
                institutionIds,
                null);
    }

    private static Object olderReversal(@Nullable Set<String> institutionIds) {
        return new ImportReversalStarted(
                "import-1", "wrong file", "registrar@example.org", institutionIds, null);
    }

    private static Map<String, Object> olderRecords() {
        return Map.of(
                "AmendmentRequested.v1.json",
                new AmendmentRequested(
                        "student-1",
                        "amendment-1",
                        new Sealed("c2VhbGVkIHdyb25n"),
                        new Sealed("c2VhbGVkIHJpZ2h0"),
                        "bWFyaw=="),
                "TuitionCharged.v1.json",
                new ChargePosted(
                        "institution-1",
                        "student-1",
                        "enrollment-1:tuition",
                        ChargeKind.TUITION,
                        "enrollment-1",
                        "offering-1",
                        money("1395.00"),
                        null,
                        DAY,
                        LATER),
                "StudentEnrolled.v1.json",
                new StudentEnrolled(
                        "enrollment-1",
                        "student-1",
                        "offering-1",
                        "course-1",
                        "program-1",
                        "institution-1",
                        null,
                        DAY),
                "OfferingScheduled.v1.json",
                new OfferingScheduled(
                        "offering-1",
                        "course-1",
                        "program-1",
                        "institution-1",
                        DAY,
                        LATER,
                        12,
                        money("1395.00"),
                        null,
                        null,
                        Delivery.IN_PERSON,
                        "Room 4",
                        DAY,
                        Admission.OPEN,
                        null,
                        Period.ofDays(14),
                        null),
                "TuitionListed.v1.json",
                new TuitionListed("institution-1", "offering-1", money("1395.00"), null, LATER),
                "FundEstablished.v1.json",
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
                        2,
                        null),
                "CertificateDefined.v1.json",
                new CertificateDefined(
                        "certificate-1",
                        "program-1",
                        "institution-1",
                        "Certificate of Book Arts",
                        "approval",
                        1,
                        DAY,
                        requirement(),
                        List.of(),
                        null),
                "CandidacyDeclared.v1.json",
                new CandidacyDeclared(
                        "student-1",
                        "certificate-1",
                        "program-1",
                        "institution-1",
                        1,
                        true,
                        null,
                        DAY));
    }

    private static RefundPolicy policy() {
        return new RefundPolicy(
                2,
                List.of(
                        new Tier(null, 3, 100, Set.of()),
                        new Tier(
                                Period.ofDays(-30),
                                null,
                                50,
                                Set.of(ChargeKind.TUITION, ChargeKind.FEE))),
                money("25.00"),
                Set.of(ChargeKind.DEPOSIT),
                20);
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
