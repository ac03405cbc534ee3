package colophon.views.export;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/**
 * The chapters of an export, in their order. Exactly one {@link ExportChapterSource} fills each
 * chapter.
 */
public enum ExportChapter {
    /** The person. It is filled first, because it reports an unknown student. */
    PERSON,
    /** The progress and the balances. */
    STATUS,
    /** Every enrollment with its changes. */
    ENROLLMENTS,
    /** Every account, line by line. */
    STATEMENT,
    /** Every payment and its refunds. */
    PAYMENTS,
    /** Every award, with what it pays. */
    AWARDS,
    /** Every certificate that was conferred. */
    CREDENTIALS,
    /** Every amendment request and its decision. */
    AMENDMENTS,
    /** Every disclosure of their records, newest first. */
    DISCLOSURES,
    /** Every event that names them, as text and as stored: who, when and why. */
    HISTORY;

    /** The name of the chapter in the answer. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
