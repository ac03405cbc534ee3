package colophon.views.history;

import colophon.views.enrollment.Enrollment;
import colophon.views.fund.Award;
import colophon.views.fund.Fund;
import colophon.views.reading.Viewer;
import colophon.views.reading.past.TimeTravelAccess;
import colophon.views.reading.past.TimeTravelSubject;
import colophon.views.student.Student;

/**
 * Decides whether the past will be shown before it is rebuilt. Otherwise a longer answering time
 * would reveal that a hidden subject exists.
 */
class PresentTimeTravelAccess implements TimeTravelAccess {

    @Override
    public boolean mayBeShown(Viewer viewer, TimeTravelSubject subject, String id) {
        if (viewer.sight().isWhole()) return true;
        var now = viewer.now();
        return switch (subject) {
            case STUDENT, STUDENT_AND_OFFERINGS -> {
                var student = now.of(Student.VIEW).get(id);
                yield student == null || student.isShownTo(viewer);
            }
            case ENROLLMENT -> {
                var enrollment = now.of(Enrollment.VIEW).get(id);
                yield enrollment == null
                        || viewer.sees(enrollment.institutionId(), enrollment.studentId());
            }
            case AWARD -> {
                var award = now.of(Award.VIEW).get(id);
                yield award == null || viewer.sees(award.institutionId(), award.studentId());
            }
            case FUND -> {
                var fund = now.of(Fund.VIEW).get(id);
                yield fund == null || viewer.sees(fund.institutionId());
            }
            case OFFERING, CATALOG -> true;
        };
    }
}
