package colophon.events.transcript;

import colophon.events.Stored;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A student need not do what a node of a requirement asks.
 *
 * @param node JSON pointer of a courses or units node inside that version of the requirement
 * @param count courses or units waived, or null for all the node asks
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
        LocalDate waivedOn)
        implements TranscriptEvent {}
