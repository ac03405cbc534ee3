package colophon.commands.campus;

import static colophon.commands.campus.Campus.NOW;
import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Campus.enroll;
import static colophon.commands.campus.Campus.offering;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;

import static java.time.temporal.ChronoUnit.DAYS;

import colophon.commands.Refusal;
import colophon.commands.account.Account;
import colophon.commands.award.AcceptAward;
import colophon.commands.award.Award;
import colophon.commands.award.EndAward;
import colophon.commands.award.ExpireAwards;
import colophon.commands.award.OfferAward;
import colophon.commands.award.RankAlternates;
import colophon.commands.award.ReduceAward;
import colophon.commands.billing.AgreePlan;
import colophon.commands.billing.EndPlan;
import colophon.commands.billing.LockAllocation;
import colophon.commands.billing.PostCharge;
import colophon.commands.billing.ReduceCharge;
import colophon.commands.billing.UnlockAllocation;
import colophon.commands.credential.ConferCertificate;
import colophon.commands.credential.Credential;
import colophon.commands.credential.ReinstateCredential;
import colophon.commands.credential.RevokeCredential;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.enrollment.EnrollmentRequest;
import colophon.commands.enrollment.outcome.RecordOutcome;
import colophon.commands.enrollment.outcome.ReverseCompletion;
import colophon.commands.erasure.ConfirmErasure;
import colophon.commands.erasure.RequestErasure;
import colophon.commands.erasure.WithdrawErasure;
import colophon.commands.expense.Expense;
import colophon.commands.expense.RecordExpense;
import colophon.commands.expense.ReverseExpense;
import colophon.commands.fund.Fund;
import colophon.commands.fund.RecordContribution;
import colophon.commands.imports.CancelImport;
import colophon.commands.imports.FinishCancellation;
import colophon.commands.imports.FinishImport;
import colophon.commands.imports.FinishReversal;
import colophon.commands.imports.Import;
import colophon.commands.imports.ReverseImport;
import colophon.commands.imports.StartImport;
import colophon.commands.institution.Institution;
import colophon.commands.loading.StreamType;
import colophon.commands.offering.CancelOffering;
import colophon.commands.offering.Offering;
import colophon.commands.offering.PriceList;
import colophon.commands.offering.ReviseRefundPolicy;
import colophon.commands.offering.ScheduleOffering;
import colophon.commands.payment.Payment;
import colophon.commands.payment.ReceivePayment;
import colophon.commands.payment.RefundPayment;
import colophon.commands.payment.ReversePayment;
import colophon.commands.program.Certificate;
import colophon.commands.program.Course;
import colophon.commands.program.DefineCertificate;
import colophon.commands.program.Program;
import colophon.commands.program.ReviseRequirement;
import colophon.commands.rights.ChangeDirectoryOptOut;
import colophon.commands.rights.DecideAmendment;
import colophon.commands.rights.PlaceStatement;
import colophon.commands.rights.RequestAmendment;
import colophon.commands.rights.Rights;
import colophon.commands.student.DeclareCandidacy;
import colophon.commands.student.GrantLeave;
import colophon.commands.student.MoveCandidacy;
import colophon.commands.student.ReinstateCandidacy;
import colophon.commands.student.Student;
import colophon.commands.transcript.ShareCredit;
import colophon.commands.transcript.SubstituteCourse;
import colophon.commands.transcript.TranscriptRules;
import colophon.commands.transcript.TransferCredit;
import colophon.commands.transcript.WaiveRequirement;
import colophon.commands.transcript.WithdrawTranscriptEntry;
import colophon.commands.withdrawal.LapseSeatOffers;
import colophon.events.EventTypes;
import colophon.events.account.ChargeKind;
import colophon.events.account.Instalment;
import colophon.events.credential.CertificateConferred;
import colophon.events.expense.ExpenseCategory;
import colophon.events.imports.ImportKind;
import colophon.events.ledger.Allocation;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.Waitlist;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;
import colophon.events.refund.RefundPolicy;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AddLifecycleHook;

import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Random histories from real command handlers, about few streams, so that each gets many events.
 */
class HistoryPropertiesTest {

    private static final LocalDate EVE = Campus.TODAY.minusDays(1);

    private static final List<StreamType<?, ?>> SUBJECTS =
            List.of(
                    Institution.STREAM,
                    Program.STREAM,
                    Course.STREAM,
                    Certificate.STREAM,
                    Offering.STREAM,
                    PriceList.STREAM,
                    Student.STREAM,
                    Rights.STREAM,
                    Enrollment.STREAM,
                    Account.STREAM,
                    Fund.STREAM,
                    Award.STREAM,
                    Payment.STREAM,
                    Expense.STREAM,
                    TranscriptRules.STREAM,
                    Credential.STREAM,
                    Import.STREAM);

    @Property(tries = 60)
    @AddLifecycleHook(ShareOfTries.class)
    void folding_a_history_in_two_halves_is_folding_it_at_once(
            @ForAll @Size(min = 20, max = 80) List<@IntRange(max = 9_999) Integer> choices,
            @ForAll @IntRange(max = 100) int percent) {
        for (var history : histories(played(choices)).entrySet())
            folds(subject(history.getKey()), history.getValue(), percent);
    }

    @Property(tries = 20)
    @AddLifecycleHook(ShareOfTries.class)
    void another_process_finds_every_subject_in_the_same_state(
            @ForAll @Size(min = 20, max = 80) List<@IntRange(max = 9_999) Integer> choices) {
        var office = played(choices);
        var elsewhere = new CommandSide(NOW, office.log());
        for (var name : histories(office).keySet()) {
            var stream = subject(name).stream(name.substring(name.indexOf(':') + 1));
            assertThat(elsewhere.subjects().read(stream)).isEqualTo(office.subjects().read(stream));
        }
    }

    @Test
    void the_histories_these_properties_play_hold_every_event_there_is() {
        var office = played(new Random(3).ints(12_000, 0, 99_999).boxed().toList());

        Set<Class<?>> happened = new HashSet<>();
        for (var commit : office.commits()) for (var event : commit) happened.add(event.getClass());
        assertThat(happened).containsExactlyInAnyOrderElementsOf(EventTypes.all().toList());
    }

    private static <S> void folds(StreamType<S, Object> type, List<Object> history, int percent) {
        var middle = history.size() * percent / 100;
        var first = history.subList(0, middle);
        S half = fold(type, type.initial(), first);
        S whole = fold(type, half, history.subList(middle, history.size()));

        assertThat(whole).isEqualTo(fold(type, type.initial(), history));
        assertThat(half)
                .as("a state does not change when later events are applied to it")
                .isEqualTo(fold(type, type.initial(), first));
    }

    private static <S> S fold(StreamType<S, Object> type, S from, List<Object> events) {
        S state = from;
        for (var event : events) state = type.evolve().apply(state, event);
        return state;
    }

    @SuppressWarnings("unchecked") // each history is folded by the subject its name begins with
    private static StreamType<Object, Object> subject(String name) {
        var type = name.substring(0, name.indexOf(':'));
        for (var subject : SUBJECTS)
            if (subject.type().equals(type)) return (StreamType<Object, Object>) subject;
        throw new IllegalArgumentException("no stream type for " + name);
    }

    private static Map<String, List<Object>> histories(CommandSide office) {
        Map<String, List<Object>> histories = new LinkedHashMap<>();
        for (var commit : office.log().commits())
            for (var event : commit)
                if (event instanceof DomainEventMessage<?> placed)
                    histories
                            .computeIfAbsent(
                                    placed.getAggregateIdentifier(), _ -> new ArrayList<>())
                            .add(placed.getPayload());
        return histories;
    }

    private static CommandSide played(List<Integer> choices) {
        var office = Campus.open();
        office.send(offering("o-1", 1));
        office.send(offering("o-2", 5));
        office.send(line("o-3", Admission.APPLICATION, Waitlist.INSTRUCTOR_PICK));
        office.send(line("o-4", Admission.OPEN, Waitlist.FIFO));
        office.send(offering("o-5", 1));
        office.send(Campus.fund("f-1", "2000"));
        imported(office);
        for (var choice : choices) {
            try {
                office.send(command(office, choice % 42, choice / 42));
            } catch (Refusal _) {
                // A refusal is fine: the history does not grow.
            }
        }
        return aMonthLater(office);
    }

    /** A month later: unconfirmed offers lapse, and waitlisted students are offered the seats. */
    private static CommandSide aMonthLater(CommandSide office) {
        office.send(line("o-6", Admission.APPLICATION, Waitlist.FIFO));
        office.send(enroll("z", "s-1", "o-6"));
        office.send(new EnrollmentRequest.Accept("z", null));
        var later = new CommandSide(NOW.plus(30, DAYS), office.log());
        later.send(new LapseSeatOffers("o-3"));
        later.send(new LapseSeatOffers("o-4"));
        later.send(new LapseSeatOffers("o-6"));
        // Last, since nothing can be sealed for an erased student.
        later.send(new RequestErasure("s-3", "asked", "one"));
        later.send(new WithdrawErasure("s-3", "stays"));
        later.send(new RequestErasure("s-3", "asked again", "one"));
        later.send(new ConfirmErasure("s-3", "another"));
        return later;
    }

    private static Object command(CommandSide office, int kind, int n) {
        var student = "s-" + (1 + n % 3);
        var enrollment = "e-" + n % 4;
        var award = "a-" + n % 4;
        var payment = "p-" + n % 30;
        return switch (kind) {
            case 0 -> enroll(enrollment, student, "o-" + (1 + n % 2));
            case 1 -> new RecordOutcome(enrollment, n % 5 > 1, null, null);
            case 2 -> new ReverseCompletion(enrollment, "wrong " + n % 2);
            case 3 ->
                    new OfferAward(award, "f-1", student, null, usd("600"), null, n % 3 > 0, null);
            case 4 -> new OfferAward(award, "f-1", student, null, null, null, false, null);
            case 5 -> new AcceptAward(award);
            case 6 -> new EndAward("a-" + (n + 1) % 4, n % 2 == 0, "over");
            case 7 -> new RecordContribution("f-1", usd("1"));
            case 8 -> pay("p-" + n % 4, student);
            case 9 -> new RefundPayment(payment, "r-" + n % 5, usd("10"), "over", null);
            case 10 -> spend("x-" + n % 3, student);
            case 11 -> new DeclareCandidacy(student, "c-1", n % 2 == 0, null);
            case 12 -> charge("c-" + n % 30, student, n);
            case 13 ->
                    new ReduceCharge(student, "ucla", "c-" + n % 30, usd("1"), n % 2 == 0, "over");
            case 14 -> plan(office, "plan-" + n % 3, student);
            case 15 -> new EndPlan(student, "ucla", "plan-" + n % 3, "over");
            case 16 -> lock("l-" + n % 30, student, payment, "c-" + n % 30);
            case 17 -> new UnlockAllocation(student, "ucla", "l-" + n % 30, "over");
            case 18 -> new ReversePayment("p-" + n % 4, "wrong");
            case 19 -> new ReverseExpense("x-" + n % 3, "wrong");
            case 20 -> new ReduceAward(award, usd(Integer.toString(500 - n % 200)), "less");
            case 21 -> new RankAlternates(award, List.of("s-" + (1 + (n + 1) % 3)));
            case 22 -> new ExpireAwards("f-1");
            case 23, 24, 25, 26 -> move(n);
            case 27 -> revise(n);
            case 28 -> new MoveCandidacy(student, "c-1", 1 + n % 3, null, "asked");
            case 29 -> new GrantLeave(student, "c-1", TODAY, TODAY.plusDays(n % 5), "ill");
            case 30 -> new ReinstateCandidacy(student, "c-1", "back " + n % 3, null);
            case 31 -> new ConferCertificate(student, "c-1", null);
            case 32 -> new RevokeCredential(credential(office, n), "wrong " + n % 2, null);
            case 33 -> new ReinstateCredential(credential(office, n), "right " + n % 2);
            case 34 -> credit("t-" + n % 9, student);
            case 35 -> new WaiveRequirement("w-" + n % 9, student, "c-1", "/courses", null, "old");
            case 36 -> new SubstituteCourse("u-" + n % 9, student, "c-1", "m-20", "m-20", "same");
            case 37 -> new ShareCredit("h-" + n % 9, student, enrollment, "MA", "so it is");
            case 38 -> new WithdrawTranscriptEntry(student, "w-" + n % 9, "wrong");
            case 39 -> new WithdrawTranscriptEntry(student, "t-" + n % 9, "wrong");
            case 40 -> new WithdrawTranscriptEntry(student, "h-" + n % 9, "wrong");
            default -> right(student, n);
        };
    }

    private static Object right(String student, int n) {
        var amendment = "m-" + n % 9;
        return switch (n % 5) {
            case 0 -> new ChangeDirectoryOptOut(student, n % 2 == 0);
            case 1 -> new RequestAmendment(student, amendment, "B", "A");
            case 2 -> new DecideAmendment(student, amendment, false, "It was a B", List.of());
            case 3 -> new PlaceStatement(student, amendment, "It was an A");
            default ->
                    new DefineCertificate(
                            "c-1",
                            "rbs",
                            "Books",
                            "automatic",
                            new Requirement.Courses(1, new CourseSet.OfProgram()));
        };
    }

    private static ReviseRequirement revise(int n) {
        var other = new Requirement.Courses(1 + n % 2, new CourseSet.OfInstitution());
        return new ReviseRequirement("c-1", other, TODAY, null, n % 3 == 0);
    }

    private static TransferCredit credit(String id, String studentId) {
        return new TransferCredit(id, studentId, "m-20", null, "A", null, "North", "same");
    }

    /** The id of an existing credential, since ids are random. */
    private static String credential(CommandSide office, int n) {
        var all =
                office.commits().stream()
                        .flatMap(List::stream)
                        .filter(CertificateConferred.class::isInstance)
                        .map(event -> ((CertificateConferred) event).credentialId())
                        .toList();
        return all.isEmpty() ? "none" : all.get(n % all.size());
    }

    private static void imported(CommandSide office) {
        office.send(
                new StartImport("i-1", ImportKind.AWARDS, "digest", 2, 3, "registrar", null, ""));
        office.send(new FinishImport("i-1", 1, 1, 0));
        office.send(new ReverseImport("i-1", "wrong fund", "bursar", null, ""));
        office.send(new FinishReversal("i-1", 1, 0));
        office.send(
                new StartImport("i-2", ImportKind.AWARDS, "other", 2, 3, "registrar", null, ""));
        office.send(new CancelImport("i-2", "wrong file", "registrar"));
        office.send(new FinishCancellation("i-2", 1, 0, 0));
    }

    private static Object move(int n) {
        var id = n % 2 == 0 ? "e-" + n / 2 % 4 : "w-" + n / 2 % 40;
        return switch (n % 13) {
            case 0 -> enroll(id, "s-" + (1 + n % 3), "o-3");
            case 1 -> enroll(id, "s-" + (1 + n % 3), "o-4");
            case 2 -> new EnrollmentRequest.Accept(id, null);
            case 3 -> new EnrollmentRequest.OfferSeat(id, null);
            case 4 -> new EnrollmentRequest.Confirm(id);
            case 5 -> new EnrollmentRequest.Decline(id, "no");
            case 6 -> new EnrollmentRequest.Transfer(id, "o-" + (1 + n / 13 % 4), "moved", null);
            case 7 -> new EnrollmentRequest.Defer(id, "later", null);
            case 8 -> new EnrollmentRequest.Reinstate(id, "back", null);
            case 9 -> new EnrollmentRequest.Withdraw(id, "ill", n % 3 == 0 ? EVE : null, null);
            case 10 ->
                    n % 7 == 0
                            ? new CancelOffering("o-5", "too few")
                            : new EnrollmentRequest.Cancel(id, "mistake");
            case 11 ->
                    new ReviseRefundPolicy(
                            "o-2", new RefundPolicy(0, List.of(), null, Set.of(), n % 9), "kinder");
            default -> new LapseSeatOffers("o-" + (1 + n % 4));
        };
    }

    private static ScheduleOffering line(String id, Admission admission, Waitlist waitlist) {
        return new ScheduleOffering(
                id,
                "m-20",
                Campus.TODAY,
                Campus.TODAY.plusDays(99),
                1,
                usd("700"),
                Delivery.ONLINE,
                null,
                null,
                usd("100"),
                null,
                admission,
                waitlist,
                Period.ofDays(14),
                null);
    }

    private static PostCharge charge(String id, String studentId, int n) {
        var kind = n % 2 == 0 ? ChargeKind.FEE : ChargeKind.LATE_FEE;
        return new PostCharge(studentId, "ucla", id, kind, usd("20"), "Room", null, null, null);
    }

    private static LockAllocation lock(
            String id, String studentId, String paymentId, String chargeId) {
        return new LockAllocation(
                studentId, "ucla", id, null, paymentId, chargeId, usd("2"), "agreed");
    }

    private static AgreePlan plan(CommandSide office, String id, String studentId) {
        var account = office.subjects().read(Account.STREAM.stream("ucla/" + studentId));
        var owed = usd("0");
        for (var open : Allocation.of(account).open()) owed = owed.plus(open.amount());
        return new AgreePlan(
                studentId, "ucla", id, List.of(new Instalment(Campus.TODAY.plusDays(9), owed)));
    }

    private static ReceivePayment pay(String id, String studentId) {
        return new ReceivePayment(
                id, studentId, "ucla", usd("30"), PaymentMethod.CASH, Payer.SELF, null, null);
    }

    private static RecordExpense spend(String id, String studentId) {
        return new RecordExpense(
                id, studentId, "ucla", usd("9"), ExpenseCategory.MEALS, null, null);
    }
}
