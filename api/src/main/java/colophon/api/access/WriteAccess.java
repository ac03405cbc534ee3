package colophon.api.access;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;

/**
 * What the sender of a command may use: staff what belongs to their institutions, a student their
 * own things.
 *
 * @param account id of the sender's account
 * @param overseer true if they may also use what other accounts began
 * @param staff true if they may as staff
 * @param institutions the institutions they work for; null for all
 * @param studentId id of the student they are, or null
 */
public record WriteAccess(
        String account,
        boolean overseer,
        boolean staff,
        @Nullable Set<String> institutions,
        @Nullable String studentId) {

    /** The scope of an account without limits. */
    public static WriteAccess whole(String account) {
        return new WriteAccess(account, true, true, null, null);
    }

    /** What an actor may use with their roles; an actor without roles may use nothing. */
    public static WriteAccess of(Actor actor) {
        boolean everywhere = actor.institutions().isEmpty();
        return new WriteAccess(
                actor.id(),
                everywhere && actor.is(Role.ADMINISTRATOR, Role.AUDITOR),
                actor.isStaff(),
                everywhere ? null : actor.institutions(),
                actor.is(Role.STUDENT) ? actor.studentId() : null);
    }

    /** The scope of staff of these institutions; null for all. */
    public static WriteAccess of(String account, @Nullable Set<String> institutions) {
        return new WriteAccess(account, false, true, institutions, null);
    }

    /** True if it covers every institution and every student. */
    public boolean isWhole() {
        return staff && institutions == null;
    }

    /** The institutions that staff are limited to; empty if there is no limit. */
    public Set<String> limits() {
        return staff && institutions != null ? institutions : Set.of();
    }

    /**
     * What is left of it for the rest of a request that uses this thing, since everything in one
     * request is used in one role: as staff or as the student. Empty if nothing is left.
     */
    public Optional<WriteAccess> using(Owner owner) {
        boolean asStaff = staff && coversAsStaff(owner);
        var asStudent = studentId != null && coversAsStudent(owner) ? studentId : null;
        return asStaff || asStudent != null
                ? Optional.of(new WriteAccess(account, overseer, asStaff, institutions, asStudent))
                : Optional.empty();
    }

    /** True if this one may be used. */
    public boolean covers(Owner owner) {
        return using(owner).isPresent();
    }

    private boolean coversAsStaff(Owner owner) {
        return (owner.institutionId() == null
                        || institutions == null
                        || institutions.contains(owner.institutionId()))
                && (owner.account() == null || overseer || owner.account().equals(account));
    }

    /** A student may also use what belongs to an institution and is about no student. */
    private boolean coversAsStudent(Owner owner) {
        return owner.account() == null
                && (owner.studentId() == null || owner.studentId().equals(studentId));
    }
}
