package colophon.views.export;

import colophon.views.reading.Edition;
import colophon.views.reading.Onlooker;

/** Fills one chapter of an export. */
public interface Part {

    /** The chapter. Each chapter has exactly one part. */
    Chapter chapter();

    /** Everything in this chapter about an existing student that the viewer may see. */
    Object of(Edition views, Onlooker onlooker, String studentId);
}
