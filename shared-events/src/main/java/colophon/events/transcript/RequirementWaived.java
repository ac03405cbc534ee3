package colophon.events.transcript;

import colophon.events.BusinessDate;
import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A node of a requirement was waived for a student, in part or in full.
 *
 * @param node JSON pointer of a courses or units node inside that version of the requirement
 * @param count courses or units waived, or null for the whole node
 */
@Stored(as = "RequirementWaived", version = 1)
public record RequirementWaived(
        String studentId,
        String waiverId,
        String certificateId,
        int requirementVersion,
        String node,
        @Nullable BigDecimal count,
        String reason,
        @BusinessDate LocalDate waivedOn)
        implements TranscriptChange {}
