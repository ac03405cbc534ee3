package colophon.views.reading;

/**
 * The records that one writer looks after. Where several write, every record belongs to one of
 * them: it is the records that are shared out, not the events.
 */
@FunctionalInterface
public interface Share {

    /** Every record there is. */
    Share ALL = (_, _) -> true;

    /** True if this record of a view is among them. */
    boolean holds(String view, String key);
}
