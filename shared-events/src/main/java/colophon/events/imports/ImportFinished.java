package colophon.events.imports;

import colophon.events.Stored;

/**
 * Every row has its answer.
 *
 * @param accepted rows that changed something
 * @param repeated rows that had been done before
 */
@Stored(as = "ImportFinished", version = 1)
public record ImportFinished(String importId, int accepted, int refused, int repeated)
        implements ImportEvent {}
