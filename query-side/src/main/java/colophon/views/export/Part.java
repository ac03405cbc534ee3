package colophon.views.export;

import colophon.views.reading.Edition;
import colophon.views.reading.Onlooker;

/** Fills one chapter of an export. */
public interface Part {

    /** Which one; nobody else fills it. */
    Chapter chapter();

    /** Everything of this chapter about a student who exists, as far as who asks may see it. */
    Object of(Edition views, Onlooker onlooker, String studentId);
}
