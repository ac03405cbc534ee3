package colophon.api.access;

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

    /** Why it reads the records of students, as the list of disclosures says it. */
    String interest() {
        return switch (this) {
            case ADMINISTRATOR -> "runs the program and its records";
            case REGISTRAR -> "keeps the academic record";
            case BURSAR -> "keeps the account";
            case SCHOLARSHIP_OFFICER -> "decides on financial aid";
            case AUDITOR -> "examines how records are kept";
            case STUDENT -> "own records";
        };
    }

    /**
     * True if the role acts on single records and so needs names. A role that examines many records
     * does not.
     */
    boolean needsNames() {
        return switch (this) {
            case ADMINISTRATOR, REGISTRAR, BURSAR, SCHOLARSHIP_OFFICER -> true;
            case AUDITOR, STUDENT -> false;
        };
    }
}
