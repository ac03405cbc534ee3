package colophon.commands.transcript;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * Waives a node of a requirement for a student.
 *
 * @param node JSON pointer of a courses or units node, as the status shows it
 * @param count courses or units to waive, or null for the whole node
 */
public record WaiveRequirement(
        String waiverId,
        String studentId,
        String certificateId,
        String node,
        @Nullable BigDecimal count,
        String reason) {}
