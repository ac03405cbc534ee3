package colophon.views.export;

import colophon.views.reading.Edition;

/** Fills one chapter of an export. */
public interface Part {

    /** Which one; nobody else fills it. */
    Chapter chapter();

    /** Everything of this chapter about a student who exists, whichever institution it is at. */
    Object of(Edition views, String studentId);
}
