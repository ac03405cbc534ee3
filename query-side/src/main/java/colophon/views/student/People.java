package colophon.views.student;

import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;
import colophon.views.reading.Edition;
import colophon.views.reading.asking.Asker;

import org.jspecify.annotations.Nullable;

/**
 * Opens the names of students, the one place where a name becomes readable: null for someone whose
 * key was destroyed, and for someone who is not to be named to the one who asks.
 */
public final class People {

    private static final Name UNNAMED = new Name(null, null, null);

    private final Seals seals;
    private final Asker asker;

    /** The seals hold the keys; who asks decides which names are opened. */
    public People(Seals seals, Asker asker) {
        this.seals = seals;
        this.asker = asker;
    }

    /** A person's readable names; all null once erased, and where they are not to be named. */
    public record Name(@Nullable String given, @Nullable String family, @Nullable String email) {}

    /** What may be read of a student by the one who asks. */
    public Name name(Edition views, Student student) {
        return mayName(views, student) ? known(student) : UNNAMED;
    }

    /** What may be read of a student where it is made for others than the one who asks. */
    public Name nameForOutsiders(Edition views, Student student) {
        return optedOut(views, student) ? UNNAMED : known(student);
    }

    /** What students wrote themselves, or was written to them; null once erased. */
    public @Nullable String text(String studentId, Sealed sealed) {
        return seals.open(studentId, sealed);
    }

    /** True unless the one who asks need not know who this is, and the student wants it so. */
    boolean mayName(Edition views, Student student) {
        var asking = asker.asking();
        return asking.needsNames() || asking.is(student.id()) || !optedOut(views, student);
    }

    /** True if everybody who is shown a student may be told who it is. */
    boolean namesEverybody() {
        return asker.asking().needsNames();
    }

    /** What can be read of a student, whoever asks: never for an answer. */
    Name known(Student student) {
        return new Name(
                open(student, student.givenName()),
                open(student, student.familyName()),
                open(student, student.email()));
    }

    /** As it is now, in every past: who opts out is not to be found in last year's list. */
    private static boolean optedOut(Edition views, Student student) {
        var present = views.present();
        if (present == views) return student.optedOut();
        var now = present.of(Student.VIEW).get(student.id());
        return now == null ? student.optedOut() : now.optedOut();
    }

    private @Nullable String open(Student student, @Nullable Sealed sealed) {
        return sealed == null ? null : seals.open(student.id(), sealed);
    }
}
