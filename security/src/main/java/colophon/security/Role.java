package colophon.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A role of an account. It decides what the account may do. */
public enum Role {
    /** Does everything, and gives roles to others. */
    ADMINISTRATOR,
    /** Keeps students, enrollments and completions. */
    REGISTRAR,
    /** Keeps charges, payments and refunds. */
    BURSAR,
    /** Keeps funds and awards. */
    SCHOLARSHIP_OFFICER,
    /** Reads everything, changes nothing. */
    AUDITOR,
    /** Reads their own records, records their own expenses, accepts their own awards. */
    STUDENT;

    /** The word for it in tokens, settings and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role with that word; empty if there is none. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
