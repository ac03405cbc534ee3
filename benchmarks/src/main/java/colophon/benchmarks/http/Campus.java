package colophon.benchmarks.http;

import colophon.commands.enrollment.Enroll;
import colophon.commands.enrollment.outcome.RecordOutcome;
import colophon.commands.expense.RecordExpense;
import colophon.commands.institution.RegisterInstitution;
import colophon.commands.offering.ScheduleOffering;
import colophon.commands.payment.ReceivePayment;
import colophon.commands.program.DefineCertificate;
import colophon.commands.program.ListCourse;
import colophon.commands.program.OpenProgram;
import colophon.commands.student.DeclareCandidacy;
import colophon.commands.student.RegisterStudent;
import colophon.events.expense.ExpenseCategory;
import colophon.events.money.Money;
import colophon.events.offering.Delivery;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;
import colophon.events.privacy.Seals;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** An invented institution of any size: ten events for each student. */
final class Campus {

    static final String INSTITUTION = "uni";

    private static final int COURSES = 20;
    private static final int SEATS = 30;
    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate START = LocalDate.of(2026, 6, 1);

    private Campus() {}

    /**
     * The events before those of students.
     *
     * @param students the number of students, who are enrolled once each
     * @param free the number of further offerings, in which all seats stay free
     */
    static List<Object> catalog(int students, int free) {
        var commands = new ArrayList<Object>();
        commands.add(
                new RegisterInstitution(
                        INSTITUTION, "University", USD, ZoneId.of("America/New_York")));
        commands.add(new OpenProgram("program", INSTITUTION, "Program"));
        for (int n = 0; n < COURSES; n++)
            commands.add(
                    new ListCourse(course(n), "program", "Course " + n, null, null, List.of()));
        commands.add(
                new DefineCertificate(
                        "certificate",
                        "program",
                        "Certificate",
                        "automatic",
                        new Requirement.Within(
                                Period.ofYears(8),
                                new Requirement.Courses(5, new CourseSet.OfProgram()))));
        for (int n = 0; n < (students + SEATS - 1) / SEATS; n++)
            commands.add(offering("offering-" + n, n));
        for (int n = 0; n < free; n++) commands.add(offering(free(n), n));
        return commands;
    }

    /** One student's commands, in order: ten events. */
    static List<Object> student(Seals seals, int n) {
        var id = id(n);
        var offering = "offering-" + n / SEATS;
        return List.of(
                RegisterStudent.sealed(seals, id, "Given" + n, "Family" + n, id + "@example.org"),
                new DeclareCandidacy(id, "certificate", false, START.minusYears(1)),
                new Enroll(id + "-e", id, offering, START.minusMonths(3)),
                new ReceivePayment(
                        id + "-p",
                        id,
                        INSTITUTION,
                        usd("1395.00"),
                        PaymentMethod.CARD,
                        Payer.SELF,
                        null,
                        START.minusMonths(2)),
                new RecordOutcome(id + "-e", true, null, START.plusDays(4)),
                expense(id, "travel", ExpenseCategory.TRAVEL, offering),
                expense(id, "lodging", ExpenseCategory.LODGING, offering));
    }

    /** The id of a student; {@code n} starts at 0. */
    static String id(int n) {
        return "s-%05d".formatted(n);
    }

    /** The id of an offering in which all seats are free. */
    static String free(int n) {
        return "free-%04d".formatted(n);
    }

    private static RecordExpense expense(
            String student, String what, ExpenseCategory category, String offering) {
        return new RecordExpense(
                student + "-" + what,
                student,
                INSTITUTION,
                usd("240.00"),
                category,
                offering,
                START);
    }

    private static ScheduleOffering offering(String id, int n) {
        return new ScheduleOffering(
                id,
                course(n % COURSES),
                START,
                START.plusDays(4),
                SEATS,
                usd("1395.00"),
                Delivery.IN_PERSON,
                "Library",
                START.minusMonths(1));
    }

    private static String course(int n) {
        return "course-" + n;
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }
}
