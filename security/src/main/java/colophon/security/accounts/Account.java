package colophon.security.accounts;

import colophon.security.Person;
import colophon.security.Role;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who can sign in.
 *
 * @param id never changes and tells no name: it goes into the log for ever
 * @param name what they sign in with; unique among accounts of their kind
 * @param secret hash of the password or of the client's secret, with its algorithm in braces; null
 *     while there is none, and then nothing is the right one
 * @param roles what they are
 * @param institutions those that the roles of staff are for; empty means all
 * @param studentId whose records are their own; null unless they are a student
 * @param disabled true: nothing of theirs is accepted
 * @param generation how often what they had before was ended, from 1 on. Tokens and sessions carry
 *     the one they are of, and are accepted in no other: a clock can be wrong, a counter cannot
 * @param link with what its owner may set a password, once; null unless it waits for one
 */
public record Account(
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

    /** Who signs in with it. */
    public enum Kind {
        /** Somebody with a password or a passkey. */
        PERSON,
        /** A client with a secret. */
        PROGRAM
    }

    /** One that is new; it has the secret, or waits for one, or nobody signs in with it. */
    public static Account of(
            String id,
            Kind kind,
            String name,
            @Nullable String secret,
            Person rights,
            Instant madeAt,
            @Nullable PasswordLink link) {
        return new Account(
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

    /** What is left of it when its student is erased: an id, with which nobody signs in. */
    public Account erased() {
        return with(id, null, true, null);
    }

    /** With other rights, and the next generation; the same if these are the rights it has. */
    public Account withRights(Set<Role> roles, Set<String> institutions, @Nullable String student) {
        var changed =
                new Account(
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

    /** With the secret of that hash and no other; what was issued before is not accepted. */
    public Account withSecret(String hash) {
        return with(name, hash, disabled, null);
    }

    /** Without a secret, until its owner sets one with that link. */
    public Account withLink(PasswordLink link) {
        return with(name, null, disabled, link);
    }

    /** Disabled, or not; what was issued before is not accepted in either case. */
    public Account asDisabled(boolean disabled) {
        return with(name, secret, disabled, link);
    }

    /** Whoever signs in with this account. */
    public Person person() {
        return new Person(id, roles, institutions, studentId);
    }

    /** True if what was issued in that generation is still accepted. */
    public boolean accepts(long generation) {
        return !disabled && generation == this.generation;
    }

    private Account with(
            String name, @Nullable String secret, boolean disabled, @Nullable PasswordLink link) {
        return new Account(
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

    /** Without what opens it: it must not get into a log. */
    @Override
    public String toString() {
        return "Account %s (%s, %s)".formatted(id, kind, roles);
    }
}
