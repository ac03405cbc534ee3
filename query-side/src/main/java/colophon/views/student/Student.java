package colophon.views.student;

import colophon.events.Recorded;
import colophon.events.account.ChargePosted;
import colophon.events.award.AwardOffered;
import colophon.events.enrollment.StudentApplied;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.enrollment.StudentWaitlisted;
import colophon.events.expense.ExpenseRecorded;
import colophon.events.payment.PaymentReceived;
import colophon.events.privacy.Sealed;
import colophon.events.rights.DirectoryOptOutChanged;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.StudentErased;
import colophon.events.student.StudentRegistered;
import colophon.events.transcript.CreditTransferred;
import colophon.views.reading.Edition;
import colophon.views.reading.Onlooker;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.TreeSet;

/**
 * Answers: which student is this? The names stay sealed here; {@link People} opens them.
 *
 * @param givenName null once erased, as the other two; {@link People} may be a moment later to know
 * @param programIds programs the student declared for or attends
 * @param institutionIds institutions that have records of the student
 * @param optedOut true if they are not to be named to those who need not know who it is
 * @param place where in the log the student was registered, see {@link Recorded#place()}
 */
public record Student(
        String id,
        @Nullable Sealed givenName,
        @Nullable Sealed familyName,
        @Nullable Sealed email,
        Set<String> programIds,
        Set<String> institutionIds,
        boolean optedOut,
        String place) {

    /** All students, by id; {@code registered} finds all in the order they were registered. */
    public static final View<Student> VIEW =
            View.<Student>of("students", Student.class, Student::key, Student::evolve)
                    .version(2)
                    .indexed("registered", _ -> "", Student::place);

    /** The student; the problem student-not-found if there is none. */
    public static Student in(Edition views, String id) {
        var student = views.of(VIEW).get(id);
        if (student == null) throw QueryProblem.STUDENT_NOT_FOUND.because("No student " + id);
        return student;
    }

    /**
     * The student, as one may be shown to the one who asks; else the problem student-not-found, as
     * if there were none.
     */
    public static Student in(Edition views, Onlooker onlooker, String id) {
        if (!onlooker.sight().isWhole()) {
            var now = onlooker.now().of(VIEW).get(id);
            if (now == null || !now.isShownTo(onlooker))
                throw QueryProblem.STUDENT_NOT_FOUND.because("No student " + id);
        }
        return in(views, id);
    }

    /** True if this student, of the present, may be shown. */
    public boolean isShownTo(Onlooker onlooker) {
        return onlooker.sight().seesStudent(id, institutionIds);
    }

    private static @Nullable String key(Object event) {
        return switch (event) {
            case StudentRegistered e -> e.studentId();
            case CandidacyDeclared e -> e.studentId();
            case StudentApplied e -> e.studentId();
            case StudentEnrolled e -> e.studentId();
            case StudentErased e -> e.studentId();
            case StudentWaitlisted e -> e.studentId();
            case CreditTransferred e -> e.studentId();
            case AwardOffered e -> e.studentId();
            case ChargePosted e -> e.studentId();
            case PaymentReceived e -> e.studentId();
            case ExpenseRecorded e -> e.studentId();
            case DirectoryOptOutChanged e -> e.studentId();
            default -> null;
        };
    }

    static Student evolve(@Nullable Student before, Recorded<?> fact) {
        return switch (fact.event()) {
            case StudentRegistered e ->
                    new Student(
                            e.studentId(),
                            e.givenName(),
                            e.familyName(),
                            e.email(),
                            Set.of(),
                            Set.of(),
                            false,
                            fact.place());
            case CandidacyDeclared e ->
                    known(before, e.studentId()).in(e.programId()).at(e.institutionId());
            case StudentEnrolled e ->
                    known(before, e.studentId()).in(e.programId()).at(e.institutionId());
            case StudentApplied e -> known(before, e.studentId()).at(e.institutionId());
            case StudentWaitlisted e -> known(before, e.studentId()).at(e.institutionId());
            case CreditTransferred e -> known(before, e.studentId()).at(e.institutionId());
            case AwardOffered e -> known(before, e.studentId()).at(e.institutionId());
            case ChargePosted e -> known(before, e.studentId()).at(e.institutionId());
            case PaymentReceived e -> known(before, e.studentId()).at(e.institutionId());
            case ExpenseRecorded e -> known(before, e.studentId()).at(e.institutionId());
            case StudentErased e -> known(before, e.studentId()).erased();
            case DirectoryOptOutChanged e -> known(before, e.studentId()).optedOut(e.optedOut());
            default -> throw new IllegalStateException("Not about a student: " + fact.event());
        };
    }

    private Student erased() {
        return new Student(id, null, null, null, programIds, institutionIds, optedOut, place);
    }

    private static Student known(@Nullable Student before, String id) {
        return View.existing(before, "student", id);
    }

    private Student in(String programId) {
        if (programIds.contains(programId)) return this;
        var more = new TreeSet<>(programIds);
        more.add(programId);
        return new Student(id, givenName, familyName, email, more, institutionIds, optedOut, place);
    }

    private Student at(String institutionId) {
        if (institutionIds.contains(institutionId)) return this;
        var more = new TreeSet<>(institutionIds);
        more.add(institutionId);
        return new Student(id, givenName, familyName, email, programIds, more, optedOut, place);
    }

    private Student optedOut(boolean now) {
        return new Student(
                id, givenName, familyName, email, programIds, institutionIds, now, place);
    }
}
