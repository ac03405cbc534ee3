package colophon.commands.rights;

import colophon.commands.desk.Personal;

import org.jspecify.annotations.Nullable;

/**
 * A student holds that the record is wrong. The texts are clear here and sealed before anything is
 * decided.
 *
 * @param institutionId whose record it is about; null for the record as a whole
 * @param wrong what it says
 * @param right what it should say
 */
public record RequestAmendment(
        String studentId,
        String amendmentId,
        @Nullable String institutionId,
        String wrong,
        String right)
        implements Personal {

    /** About the record as a whole. */
    public RequestAmendment(String studentId, String amendmentId, String wrong, String right) {
        this(studentId, amendmentId, null, wrong, right);
    }
}
