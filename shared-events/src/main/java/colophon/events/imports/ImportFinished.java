package colophon.events.imports;

import colophon.events.Stored;

/**
 * Every row of an import has its result.
 *
 * @param accepted rows that changed something
 * @param repeated rows that had been done before
 */
@Stored(as = "ImportFinished", version = 1)
public record ImportFinished(String importId, int accepted, int refused, int repeated)
        implements ImportEvent {}
