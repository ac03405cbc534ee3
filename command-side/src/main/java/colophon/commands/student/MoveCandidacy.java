package colophon.commands.student;

import org.jspecify.annotations.Nullable;

/**
 * Moves a candidacy to another version of the requirement or to another pathway.
 *
 * @param pathway null to keep the current one
 */
public record MoveCandidacy(
        String studentId,
        String certificateId,
        int requirementVersion,
        @Nullable String pathway,
        String reason) {}
