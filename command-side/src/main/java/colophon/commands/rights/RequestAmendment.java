package colophon.commands.rights;

import colophon.commands.gateway.SealedForStudent;

import org.jspecify.annotations.Nullable;

/**
 * A student says that the record is wrong. The texts are in clear here; they are sealed before
 * anything is decided.
 *
 * @param institutionId the institution whose record it is about; null for the whole record
 * @param wrong what the record says
 * @param right what the record should say
 */
public record RequestAmendment(
        String studentId,
        String amendmentId,
        @Nullable String institutionId,
        String wrong,
        String right)
        implements SealedForStudent {

    /** A request about the whole record. */
    public RequestAmendment(String studentId, String amendmentId, String wrong, String right) {
        this(studentId, amendmentId, null, wrong, right);
    }
}
