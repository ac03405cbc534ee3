package colophon.commands.transcript;

/**
 * Records that a completion or transferred credit also counts toward a degree of the student.
 *
 * @param creditId id of the enrollment or of the transferred credit
 */
public record ShareCredit(
        String sharingId, String studentId, String creditId, String degree, String reason) {}
