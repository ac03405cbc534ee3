package colophon.commands.desk;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Set;

/**
 * What the one who sends a command may touch: as staff what belongs to their institutions, as a
 * student what is their own.
 *
 * @param account who they are
 * @param overseer true: also what others have begun
 * @param staff true if they may as staff
 * @param institutions those that they work for; null for all
 * @param studentId the student they are, or null
 */
public record Scope(
        String account,
        boolean overseer,
        boolean staff,
        @Nullable Set<String> institutions,
        @Nullable String studentId) {

    /** Of somebody whom nothing is kept from. */
    public static Scope whole(String account) {
        return new Scope(account, true, true, null, null);
    }

    /** Of staff of these institutions, null for all. */
    public static Scope of(String account, @Nullable Set<String> institutions) {
        return new Scope(account, false, true, institutions, null);
    }

    /** True if no institution and no student is out of it. */
    public boolean isWhole() {
        return staff && institutions == null;
    }

    /** The institutions to which they are limited as staff; none where there is no such limit. */
    Set<String> limits() {
        return staff && institutions != null ? institutions : Set.of();
    }

    /** True if all of these may be touched together: all as staff, or all as the student. */
    public boolean covers(Collection<Owner> owners) {
        return staff && owners.stream().allMatch(this::coversAsStaff)
                || studentId != null && owners.stream().allMatch(this::coversAsStudent);
    }

    /** True if this alone may be touched. */
    public boolean covers(Owner owner) {
        return staff && coversAsStaff(owner) || studentId != null && coversAsStudent(owner);
    }

    private boolean coversAsStaff(Owner owner) {
        return (owner.institutionId() == null
                        || institutions == null
                        || institutions.contains(owner.institutionId()))
                && (owner.account() == null || overseer || owner.account().equals(account));
    }

    /** What belongs to an institution alone is there for its students as well. */
    private boolean coversAsStudent(Owner owner) {
        return owner.account() == null
                && (owner.studentId() == null || owner.studentId().equals(studentId));
    }
}
