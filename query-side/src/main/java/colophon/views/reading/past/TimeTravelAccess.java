package colophon.views.reading.past;

import colophon.views.reading.Viewer;

/** Decides whether a viewer may see a subject. */
@FunctionalInterface
public interface TimeTravelAccess {

    /** True if the viewer may see the subject, or if it does not exist. */
    boolean mayBeShown(Viewer viewer, TimeTravelSubject subject, String id);
}
