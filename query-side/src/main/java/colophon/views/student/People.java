package colophon.views.student;

import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;

import org.jspecify.annotations.Nullable;

/** Opens the names of students: null for someone whose key was destroyed. */
public final class People {

    private final Seals seals;

    /** The seals hold the keys. */
    public People(Seals seals) {
        this.seals = seals;
    }

    /** A person's readable names; all null once erased. */
    public record Name(@Nullable String given, @Nullable String family, @Nullable String email) {}

    /** What can be read of a student now. */
    public Name name(Student student) {
        return new Name(
                open(student, student.givenName()),
                open(student, student.familyName()),
                open(student, student.email()));
    }

    private @Nullable String open(Student student, @Nullable Sealed sealed) {
        return sealed == null ? null : seals.open(student.id(), sealed);
    }
}
