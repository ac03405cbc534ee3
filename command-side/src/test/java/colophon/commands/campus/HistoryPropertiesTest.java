package colophon.commands.campus;

import static colophon.commands.campus.Campus.NOW;
import static colophon.commands.campus.Campus.enroll;
import static colophon.commands.campus.Campus.offering;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.Refusal;
import colophon.commands.account.Account;
import colophon.commands.award.AcceptAward;
import colophon.commands.award.Award;
import colophon.commands.award.EndAward;
import colophon.commands.award.MakeAward;
import colophon.commands.desk.Subject;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.enrollment.RecordOutcome;
import colophon.commands.enrollment.ReverseCompletion;
import colophon.commands.expense.Expense;
import colophon.commands.expense.RecordExpense;
import colophon.commands.fund.Contribute;
import colophon.commands.fund.Fund;
import colophon.commands.imports.FinishImport;
import colophon.commands.imports.FinishReversal;
import colophon.commands.imports.Import;
import colophon.commands.imports.ReverseImport;
import colophon.commands.imports.StartImport;
import colophon.commands.institution.Institution;
import colophon.commands.offering.Offering;
import colophon.commands.offering.PriceList;
import colophon.commands.payment.Payment;
import colophon.commands.payment.ReceivePayment;
import colophon.commands.payment.Refund;
import colophon.commands.program.Certificate;
import colophon.commands.program.Course;
import colophon.commands.program.DefineCertificate;
import colophon.commands.program.Program;
import colophon.commands.student.DeclareCandidacy;
import colophon.commands.student.Student;
import colophon.events.Facts;
import colophon.events.expense.ExpenseCategory;
import colophon.events.imports.ImportKind;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Histories that the desks themselves decide, about few subjects, so that much happens to each. */
class HistoryPropertiesTest {

    private static final List<Subject<?, ?>> SUBJECTS =
            List.of(
                    Institution.SUBJECT,
                    Program.SUBJECT,
                    Course.SUBJECT,
                    Certificate.SUBJECT,
                    Offering.SUBJECT,
                    PriceList.SUBJECT,
                    Student.SUBJECT,
                    Enrollment.SUBJECT,
                    Account.SUBJECT,
                    Fund.SUBJECT,
                    Award.SUBJECT,
                    Payment.SUBJECT,
                    Expense.SUBJECT,
                    Import.SUBJECT);

    @Property(tries = 60)
    void folding_a_history_in_two_halves_is_folding_it_at_once(
            @ForAll @Size(min = 20, max = 80) List<@IntRange(max = 9_999) Integer> choices,
            @ForAll @IntRange(max = 100) int percent) {
        for (var history : histories(played(choices)).entrySet())
            folds(subject(history.getKey()), history.getValue(), percent);
    }

    @Property(tries = 20)
    void another_process_finds_every_subject_in_the_same_state(
            @ForAll @Size(min = 20, max = 80) List<@IntRange(max = 9_999) Integer> choices) {
        var office = played(choices);
        var elsewhere = new Office(NOW, office.log());
        for (var name : histories(office).keySet()) {
            var stream = subject(name).stream(name.substring(name.indexOf(':') + 1));
            assertThat(elsewhere.subjects().read(stream)).isEqualTo(office.subjects().read(stream));
        }
    }

    @Test
    void the_histories_these_properties_play_hold_every_event_there_is() {
        var office = played(IntStream.range(0, 2_000).boxed().toList());

        Set<Class<?>> happened = new HashSet<>();
        for (var commit : office.commits()) for (var event : commit) happened.add(event.getClass());
        assertThat(happened).containsExactlyInAnyOrderElementsOf(Facts.all().toList());
    }

    private static <S> void folds(Subject<S, Object> subject, List<Object> history, int percent) {
        var middle = history.size() * percent / 100;
        var first = history.subList(0, middle);
        S half = fold(subject, subject.initial(), first);
        S whole = fold(subject, half, history.subList(middle, history.size()));

        assertThat(whole).isEqualTo(fold(subject, subject.initial(), history));
        assertThat(half)
                .as("a state does not change when later events are folded onto it")
                .isEqualTo(fold(subject, subject.initial(), first));
    }

    private static <S> S fold(Subject<S, Object> subject, S from, List<Object> events) {
        S state = from;
        for (var event : events) state = subject.evolve().apply(state, event);
        return state;
    }

    @SuppressWarnings("unchecked") // each history is folded by the subject its name begins with
    private static Subject<Object, Object> subject(String name) {
        var type = name.substring(0, name.indexOf(':'));
        for (var subject : SUBJECTS)
            if (subject.type().equals(type)) return (Subject<Object, Object>) subject;
        throw new IllegalArgumentException("nothing folds " + name);
    }

    private static Map<String, List<Object>> histories(Office office) {
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

    private static Office played(List<Integer> choices) {
        var office = Campus.open();
        office.send(offering("o-1", 1));
        office.send(offering("o-2", 5));
        office.send(Campus.fund("f-1", "2000"));
        imported(office);
        for (var choice : choices) {
            try {
                office.send(command(choice % 13, choice / 13));
            } catch (Refusal _) {
                // A fine answer: the history does not grow.
            }
        }
        return office;
    }

    private static Object command(int kind, int n) {
        var student = "s-" + (1 + n % 3);
        var enrollment = "e-" + n % 4;
        var award = "a-" + n % 4;
        var payment = "p-" + n % 3;
        return switch (kind) {
            case 0 -> enroll(enrollment, student, "o-" + (1 + n % 2));
            case 1 -> new RecordOutcome(enrollment, n % 5 > 1, null, null);
            case 2 -> new ReverseCompletion(enrollment, "wrong " + n % 2);
            case 3 -> new MakeAward(award, "f-1", student, null, usd("600"), null, n < 99, null);
            case 4 -> new MakeAward(award, "f-1", student, null, null, null, false, null);
            case 5 -> new AcceptAward(award);
            case 6 -> new EndAward(award, n % 2 == 0, "over");
            case 7 -> new Contribute("f-1", usd("1"));
            case 8 -> pay(payment, student);
            case 9 -> new Refund(payment, "r-" + n % 5, usd("10"), "over", null);
            case 10 -> spend("x-" + n % 3, student);
            case 11 -> new DeclareCandidacy(student, "c-1", n % 2 == 0, null);
            default ->
                    new DefineCertificate(
                            "c-1",
                            "rbs",
                            "Books",
                            "automatic",
                            new Requirement.Courses(5, new CourseSet.OfProgram()));
        };
    }

    private static void imported(Office office) {
        office.send(new StartImport("i-1", ImportKind.AWARDS, "digest", 2, 3, "registrar"));
        office.send(new FinishImport("i-1", 1, 1, 0));
        office.send(new ReverseImport("i-1", "wrong fund", "bursar"));
        office.send(new FinishReversal("i-1", 1, 0));
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
