package colophon.views.reading;

/** All views, for reading. */
@FunctionalInterface
public interface ViewDatabase {

    /** The state published last; empty and at position 0 before the first publication. */
    ViewSnapshot snapshot();
}
