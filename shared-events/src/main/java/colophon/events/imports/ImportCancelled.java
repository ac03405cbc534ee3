package colophon.events.imports;

import colophon.events.Stored;

/**
 * An import, or its reversal, ended before its last row. The rows already done stay done.
 *
 * @param accepted rows that changed something; in a reversal, rows that were reversed
 * @param refused rows that were refused; in a reversal, rows that a rule does not let go
 * @param repeated rows that had been done before; 0 in a reversal
 */
@Stored(as = "ImportCancelled", version = 1)
public record ImportCancelled(String importId, int accepted, int refused, int repeated)
        implements ImportEvent {}
