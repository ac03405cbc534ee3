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
 *     while there is none
 * @param roles what they are
 * @param institutions those that the roles of staff are for; empty means all
 * @param studentId whose records are their own; null unless they are a student
 * @param disabled true: nothing of theirs is accepted
 * @param validFrom tokens and sessions from before are not accepted
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
        Instant validFrom) {

    /** Who signs in with it. */
    public enum Kind {
        /** Somebody with a password or a passkey. */
        PERSON,
        /** A client with a secret. */
        PROGRAM
    }

    /** What is left of it when its student is erased: an id, with which nobody signs in. */
    public Account erased() {
        return new Account(
                id, kind, id, null, roles, institutions, studentId, true, madeAt, validFrom);
    }

    /** Whoever signs in with this account. */
    public Person person() {
        return new Person(id, roles, institutions, studentId);
    }

    /** True if what was issued at that time is still accepted. */
    public boolean accepts(Instant issuedAt) {
        return !disabled && !issuedAt.isBefore(validFrom);
    }
}
