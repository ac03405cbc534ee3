package colophon.events.imports;

import colophon.events.Stored;

/**
 * An import, or its reversal, has ended before its last row; what was done stays done.
 *
 * @param accepted rows that changed something; of a reversal, those that were taken back
 * @param refused rows that were refused; of a reversal, those that a rule kept
 * @param repeated rows that had been done before; of a reversal, none
 */
@Stored(as = "ImportCancelled", version = 1)
public record ImportCancelled(String importId, int accepted, int refused, int repeated)
        implements ImportEvent {}
