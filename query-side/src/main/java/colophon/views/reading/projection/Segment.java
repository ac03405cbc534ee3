package colophon.views.reading.projection;

/**
 * The records that one writer writes. If there are several writers, each record belongs to exactly
 * one of them. Records are divided, events are not.
 */
@FunctionalInterface
public interface Segment {

    /** All records. */
    Segment ALL = (_, _) -> true;

    /** True if this record of a view belongs to the share. */
    boolean holds(String view, String key);
}
