package colophon.views.export;

import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;

/** Fills one chapter of an export. */
public interface ExportChapterSource {

    /** The chapter. Each chapter has exactly one part. */
    ExportChapter chapter();

    /** Everything in this chapter about an existing student that the viewer may see. */
    Object of(ViewSnapshot views, Viewer viewer, String studentId);
}
