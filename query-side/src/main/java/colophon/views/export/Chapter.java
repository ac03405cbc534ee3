package colophon.views.export;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/** The parts of an export, in their order. Each has one {@link Part} that fills it. */
public enum Chapter {
    /** Who they are; asked first, it says when there is no such student. */
    PERSON,
    /** How far they are, and what they owe. */
    STATUS,
    /** Every enrollment and how it moved. */
    ENROLLMENTS,
    /** Every account, line by line. */
    STATEMENT,
    /** Every payment and its refunds. */
    PAYMENTS,
    /** Every award, with what it pays. */
    AWARDS,
    /** Every certificate that was conferred. */
    CREDENTIALS,
    /** What they want amended, and what became of it. */
    AMENDMENTS,
    /** Who was shown their records, the newest first. */
    DISCLOSURES,
    /** Every event that names them, in words and as it is kept: with who, when and why. */
    HISTORY;

    /** As it is written in the answer. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
