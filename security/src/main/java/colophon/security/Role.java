package colophon.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is here, and so what they may. */
public enum Role {
    /** Does everything, gives others their roles. */
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

    /** As it is written in tokens, settings and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of that word, if there is one. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
