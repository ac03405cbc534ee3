package colophon.views.student;

import colophon.api.access.Actor;
import colophon.api.access.CurrentActor;
import colophon.api.access.ReadAccess;
import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;
import colophon.views.reading.ViewSnapshot;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Reads the names of students. It is the only place where names are decrypted. A name is null if
 * the student's key was destroyed, if the student is not known by name at the viewer's
 * institutions, or if the student opted out and the viewer does not need the name.
 */
public final class NameReader {

    private static final StudentName UNNAMED = new StudentName(null, null, null);

    private final Seals seals;
    private final CurrentActor currentActor;
    private final Supplier<ReadAccess> sight;

    /** The seals hold the keys. The asker and their access decide which names are read. */
    public NameReader(Seals seals, CurrentActor currentActor, Supplier<ReadAccess> sight) {
        this.seals = seals;
        this.currentActor = currentActor;
        this.sight = sight;
    }

    /** The readable names and the email address of a person; all null if they may not be read. */
    public record StudentName(
            @Nullable String given, @Nullable String family, @Nullable String email) {}

    /** The names of a student, as far as the viewer may read them. */
    public StudentName name(ViewSnapshot views, Student student) {
        return mayName(views, student) ? read(student) : UNNAMED;
    }

    /** The names of a student for an answer that the viewer passes on to others. */
    public StudentName nameForOutsiders(ViewSnapshot views, Student student) {
        var now = present(views, student);
        return now.optedOut() || !now.isNamedTo(sight.get()) ? UNNAMED : read(student);
    }

    /** Reads a text that a student wrote, or that was written to them; null once erased. */
    public @Nullable String text(String studentId, Sealed sealed) {
        return seals.open(studentId, sealed);
    }

    /**
     * True if the student is known by name at an institution of the viewer, and has not opted out,
     * unless the viewer needs the name.
     */
    boolean mayName(ViewSnapshot views, Student student) {
        var actor = actor();
        var now = present(views, student);
        return now.isNamedTo(sight.get())
                && (actor.needsNames() || actor.isStudent(student.id()) || !now.optedOut());
    }

    /** True if the viewer may know every student's name. */
    boolean namesEverybody() {
        return actor().needsNames() && sight.get().isWhole();
    }

    private Actor actor() {
        return currentActor.find().orElse(Actor.NOBODY);
    }

    /** The names without any access check. Never use them in an answer. */
    StudentName read(Student student) {
        return new StudentName(
                open(student, student.givenName()),
                open(student, student.familyName()),
                open(student, student.email()));
    }

    /** The present student, also for the past: last year's list must not show a later opt-out. */
    private static Student present(ViewSnapshot views, Student student) {
        var present = views.present();
        if (present == views) return student;
        var now = present.of(Student.VIEW).get(student.id());
        return now == null ? student : now;
    }

    private @Nullable String open(Student student, @Nullable Sealed sealed) {
        return sealed == null ? null : seals.open(student.id(), sealed);
    }
}
