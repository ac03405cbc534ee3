package colophon.commands.student;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Declares a student's candidacy for a certificate.
 *
 * @param pathway id of the chosen pathway, or null if the certificate has none
 * @param declaredOn null for today
 */
public record DeclareCandidacy(
        String studentId,
        String certificateId,
        boolean matriculated,
        @Nullable String pathway,
        @Nullable LocalDate declaredOn) {

    /** For a certificate without pathways. */
    public DeclareCandidacy(
            String studentId,
            String certificateId,
            boolean matriculated,
            @Nullable LocalDate declaredOn) {
        this(studentId, certificateId, matriculated, null, declaredOn);
    }
}
