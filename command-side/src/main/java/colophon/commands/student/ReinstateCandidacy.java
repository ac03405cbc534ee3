package colophon.commands.student;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Reinstates a lapsed candidacy.
 *
 * @param reinstatedOn null for today
 */
public record ReinstateCandidacy(
        String studentId, String certificateId, String reason, @Nullable LocalDate reinstatedOn) {}
