package colophon.views.student;

import colophon.api.access.ReadAccess;
import colophon.api.problem.NotFound;
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
import colophon.views.reading.QueryProblem;
import colophon.views.reading.View;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Answers: which student is this? The names stay sealed here; {@link NameReader} reads them.
 *
 * @param givenName null once erased, as the other two; {@link NameReader} may learn of it a moment
 *     later
 * @param programIds programs the student declared for or attends
 * @param institutionIds institutions that have any records of the student
 * @param namedAt the institutions among them that know the student by name: those to which the
 *     registering account was limited then, and those where the student applied for a seat or
 *     declared a candidacy. Payments and awards alone do not count.
 * @param optedOut true if viewers who do not need the name must not see it
 * @param place where in the log the student was registered, see {@link Recorded#place()}
 */
public record Student(
        String id,
        @Nullable Sealed givenName,
        @Nullable Sealed familyName,
        @Nullable Sealed email,
        Set<String> programIds,
        Set<String> institutionIds,
        Set<String> namedAt,
        boolean optedOut,
        String place) {

    /** Sorts the sets, so that the same student has the same stored text. */
    public Student {
        programIds = inOrder(programIds);
        institutionIds = inOrder(institutionIds);
        namedAt = inOrder(namedAt);
    }

    /** All students, by id; the index {@code registered} has them in the order of registration. */
    public static final View<Student> VIEW =
            View.<Student>of("students", Student.class, Student::key, Student::evolve)
                    .version(3)
                    .indexed("registered", _ -> "", Student::place);

    /** Finds the student. Throws student-not-found if there is none. */
    public static Student in(ViewSnapshot views, String id) {
        var student = views.of(VIEW).get(id);
        if (student == null) throw new NotFound(QueryProblem.STUDENT_NOT_FOUND, "No student " + id);
        return student;
    }

    /**
     * Finds the student if the viewer may see it. Otherwise throws student-not-found, as if there
     * were none.
     */
    public static Student in(ViewSnapshot views, Viewer viewer, String id) {
        if (!viewer.sight().isWhole()) {
            var now = viewer.now().of(VIEW).get(id);
            if (now == null || !now.isShownTo(viewer))
                throw new NotFound(QueryProblem.STUDENT_NOT_FOUND, "No student " + id);
        }
        return in(views, id);
    }

    /** True if the viewer may see this student. Call it on the present snapshot's student. */
    public boolean isShownTo(Viewer viewer) {
        return viewer.sight().seesAtOne(id, institutionIds);
    }

    /**
     * True if the viewer may know the student by name. Call it on the present snapshot's student.
     */
    boolean isNamedTo(ReadAccess access) {
        return access.seesAtOne(id, namedAt);
    }

    /** True if the viewer may see what is about the person and belongs to no institution. */
    public static boolean isKnownTo(Viewer viewer, String id) {
        if (viewer.sight().isWhole()) return true;
        var student = viewer.now().of(VIEW).get(id);
        return student != null && student.isNamedTo(viewer.sight());
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
                            fact.institutions(),
                            fact.institutions(),
                            false,
                            fact.place());
            case CandidacyDeclared e ->
                    existing(before, e.studentId()).in(e.programId()).named(e.institutionId());
            case StudentEnrolled e ->
                    existing(before, e.studentId()).in(e.programId()).named(e.institutionId());
            case StudentApplied e -> existing(before, e.studentId()).named(e.institutionId());
            case StudentWaitlisted e -> existing(before, e.studentId()).named(e.institutionId());
            case CreditTransferred e -> existing(before, e.studentId()).at(e.institutionId());
            case AwardOffered e -> existing(before, e.studentId()).at(e.institutionId());
            case ChargePosted e -> existing(before, e.studentId()).at(e.institutionId());
            case PaymentReceived e -> existing(before, e.studentId()).at(e.institutionId());
            case ExpenseRecorded e -> existing(before, e.studentId()).at(e.institutionId());
            case StudentErased e -> existing(before, e.studentId()).erased();
            case DirectoryOptOutChanged e -> existing(before, e.studentId()).optedOut(e.optedOut());
            default -> throw new IllegalStateException("Not about a student: " + fact.event());
        };
    }

    private Student erased() {
        return new Student(
                id, null, null, null, programIds, institutionIds, namedAt, optedOut, place);
    }

    private static Student existing(@Nullable Student before, String id) {
        return View.existing(before, "student", id);
    }

    private Student in(String programId) {
        return programIds.contains(programId)
                ? this
                : with(and(programIds, programId), institutionIds, namedAt, optedOut);
    }

    private Student at(String institutionId) {
        return institutionIds.contains(institutionId)
                ? this
                : with(programIds, and(institutionIds, institutionId), namedAt, optedOut);
    }

    private Student named(String institutionId) {
        if (namedAt.contains(institutionId)) return this;
        var there = at(institutionId);
        return there.with(programIds, there.institutionIds, and(namedAt, institutionId), optedOut);
    }

    private Student optedOut(boolean now) {
        return with(programIds, institutionIds, namedAt, now);
    }

    private Student with(
            Set<String> programs, Set<String> institutions, Set<String> named, boolean out) {
        return new Student(
                id, givenName, familyName, email, programs, institutions, named, out, place);
    }

    private static Set<String> inOrder(Set<String> some) {
        return some.size() < 2 || some instanceof SortedSet<String> ? some : new TreeSet<>(some);
    }

    private static Set<String> and(Set<String> some, String one) {
        var more = new TreeSet<>(some);
        more.add(one);
        return more;
    }
}
