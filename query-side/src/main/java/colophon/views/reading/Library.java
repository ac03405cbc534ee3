package colophon.views.reading;

/** Where readers find all views. */
@FunctionalInterface
public interface Library {

    /** The state published last; before the first it is empty, at position 0. */
    Edition edition();
}
