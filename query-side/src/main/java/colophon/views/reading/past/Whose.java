package colophon.views.reading.past;

import colophon.views.reading.Onlooker;

/** Knows whose the subject of a question is. */
@FunctionalInterface
public interface Whose {

    /** True if it may be shown, or if there is none. */
    boolean mayBeShown(Onlooker onlooker, Subject subject, String id);
}
