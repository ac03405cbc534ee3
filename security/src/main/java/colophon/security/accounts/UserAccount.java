package colophon.security.accounts;

import colophon.api.access.Actor;
import colophon.api.access.Role;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/**
 * An account that a person or a program signs in with.
 *
 * @param id never changes and reveals no name, because it stays in the log for ever
 * @param name the name to sign in with; unique among accounts of the same kind
 * @param secret the hash of the password or client secret, with its algorithm in braces; null while
 *     there is none, and then no secret is accepted
 * @param roles the roles of the account
 * @param institutions the institutions that the staff roles cover; empty means all
 * @param studentId the student who owns the account; null unless it is a student's
 * @param disabled true if nothing of this account is accepted
 * @param generation counts from 1 how often earlier tokens and sessions were ended. Tokens and
 *     sessions carry the generation they belong to and are accepted in no other. It is a counter
 *     because a clock can be wrong
 * @param link lets the owner set a password once; null unless the account waits for that
 */
public record UserAccount(
        String id,
        Kind kind,
        String name,
        @Nullable String secret,
        Set<Role> roles,
        Set<String> institutions,
        @Nullable String studentId,
        boolean disabled,
        Instant madeAt,
        long generation,
        @Nullable PasswordLink link) {

    /** The kind of owner. */
    public enum Kind {
        /** A person with a password or a passkey. */
        PERSON,
        /** A client with a secret. */
        PROGRAM
    }

    /**
     * A new account. It has the secret, or waits for one with a link, or cannot be signed in to.
     */
    public static UserAccount of(
            String id,
            Kind kind,
            String name,
            @Nullable String secret,
            Actor rights,
            Instant madeAt,
            @Nullable PasswordLink link) {
        return new UserAccount(
                id,
                kind,
                name,
                secret,
                rights.roles(),
                rights.institutions(),
                rights.studentId(),
                false,
                madeAt,
                1,
                link);
    }

    /**
     * The account after its student is erased. It keeps only its id, and cannot be signed in to.
     */
    public UserAccount erased() {
        return with(id, null, true, null);
    }

    /**
     * Gives the account other rights and the next generation. Gives the same account if the rights
     * are the ones it has.
     */
    public UserAccount withRights(
            Set<Role> roles, Set<String> institutions, @Nullable String student) {
        var changed =
                new UserAccount(
                        id,
                        kind,
                        name,
                        secret,
                        roles,
                        institutions,
                        student,
                        disabled,
                        madeAt,
                        generation,
                        link);
        return changed.equals(this) ? this : changed.with(name, secret, disabled, link);
    }

    /** Sets the secret with that hash. What was issued before is no longer accepted. */
    public UserAccount withSecret(String hash) {
        return with(name, hash, disabled, null);
    }

    /** Removes the secret until the owner sets one with that link. */
    public UserAccount withLink(PasswordLink link) {
        return with(name, null, disabled, link);
    }

    /** Disables or enables the account. What was issued before is not accepted in either case. */
    public UserAccount asDisabled(boolean disabled) {
        return with(name, secret, disabled, link);
    }

    /** The person or program that signs in with this account. */
    public Actor person() {
        return new Actor(id, roles, institutions, studentId);
    }

    /** True if what was issued in that generation is still accepted. */
    public boolean accepts(long generation) {
        return !disabled && generation == this.generation;
    }

    private UserAccount with(
            String name, @Nullable String secret, boolean disabled, @Nullable PasswordLink link) {
        return new UserAccount(
                id,
                kind,
                name,
                secret,
                roles,
                institutions,
                studentId,
                disabled,
                madeAt,
                generation + 1,
                link);
    }

    /** Omits the secret, which must not get into a log. */
    @Override
    public String toString() {
        return "Account %s (%s, %s)".formatted(id, kind, roles);
    }
}
