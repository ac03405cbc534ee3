package colophon.views.reading.past;

import colophon.views.reading.Onlooker;

/** Decides whether a viewer may see a subject. */
@FunctionalInterface
public interface Whose {

    /** True if the viewer may see the subject, or if it does not exist. */
    boolean mayBeShown(Onlooker onlooker, Subject subject, String id);
}
