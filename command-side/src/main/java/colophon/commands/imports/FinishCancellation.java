package colophon.commands.imports;

/**
 * Ends a cancellation, once no row of the import or its reversal is under way.
 *
 * @param accepted rows that changed something, or in a reversal were reversed
 */
public record FinishCancellation(String importId, int accepted, int refused, int repeated) {}
