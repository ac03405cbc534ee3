package colophon.views.student;

import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;
import colophon.views.reading.Edition;
import colophon.views.reading.Sight;
import colophon.views.reading.asking.Asker;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Opens the names of students, the one place where a name becomes readable: null for someone whose
 * key was destroyed, for someone whom nobody knows where the one who asks works, and for someone
 * who is not to be named to the one who asks.
 */
public final class People {

    private static final Name UNNAMED = new Name(null, null, null);

    private final Seals seals;
    private final Asker asker;
    private final Supplier<Sight> sight;

    /** The seals hold the keys; who asks, and for which institutions, decides what is opened. */
    public People(Seals seals, Asker asker, Supplier<Sight> sight) {
        this.seals = seals;
        this.asker = asker;
        this.sight = sight;
    }

    /** A person's readable names; all null once erased, and where they are not to be named. */
    public record Name(@Nullable String given, @Nullable String family, @Nullable String email) {}

    /** What may be read of a student by the one who asks. */
    public Name name(Edition views, Student student) {
        return mayName(views, student) ? known(student) : UNNAMED;
    }

    /** What may be read of a student where it is made for others than the one who asks. */
    public Name nameForOutsiders(Edition views, Student student) {
        var now = present(views, student);
        return now.optedOut() || !now.isNamedTo(sight.get()) ? UNNAMED : known(student);
    }

    /** What students wrote themselves, or was written to them; null once erased. */
    public @Nullable String text(String studentId, Sealed sealed) {
        return seals.open(studentId, sealed);
    }

    /**
     * True if the student is known at an institution of the one who asks; unless that one need not
     * know who this is, and the student wants it so.
     */
    boolean mayName(Edition views, Student student) {
        var asking = asker.asking();
        var now = present(views, student);
        return now.isNamedTo(sight.get())
                && (asking.needsNames() || asking.is(student.id()) || !now.optedOut());
    }

    /** True if the one who asks may be told who any student is. */
    boolean namesEverybody() {
        return asker.asking().needsNames() && sight.get().isWhole();
    }

    /** What can be read of a student, whoever asks: never for an answer. */
    Name known(Student student) {
        return new Name(
                open(student, student.givenName()),
                open(student, student.familyName()),
                open(student, student.email()));
    }

    /** As it is now, in every past: who opts out is not to be found in last year's list. */
    private static Student present(Edition views, Student student) {
        var present = views.present();
        if (present == views) return student;
        var now = present.of(Student.VIEW).get(student.id());
        return now == null ? student : now;
    }

    private @Nullable String open(Student student, @Nullable Sealed sealed) {
        return sealed == null ? null : seals.open(student.id(), sealed);
    }
}
