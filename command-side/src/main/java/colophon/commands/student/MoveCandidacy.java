package colophon.commands.student;

import org.jspecify.annotations.Nullable;

/**
 * A candidacy is to fall under another version of the requirement, or another pathway.
 *
 * @param pathway null to keep the one it has
 */
public record MoveCandidacy(
        String studentId,
        String certificateId,
        int requirementVersion,
        @Nullable String pathway,
        String reason) {}
