package colophon.commands.imports;

/**
 * No row of an import, or of its reversal, is under way any more.
 *
 * @param accepted rows that changed something, or were taken back
 */
public record FinishCancellation(String importId, int accepted, int refused, int repeated) {}
