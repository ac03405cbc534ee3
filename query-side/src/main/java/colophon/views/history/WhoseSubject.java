package colophon.views.history;

import colophon.views.enrollment.Enrollment;
import colophon.views.fund.Award;
import colophon.views.fund.Fund;
import colophon.views.reading.Onlooker;
import colophon.views.reading.past.Subject;
import colophon.views.reading.past.Whose;
import colophon.views.student.Student;

/**
 * Decides whether the past will be shown before it is rebuilt. Otherwise a longer answering time
 * would reveal that a hidden subject exists.
 */
class WhoseSubject implements Whose {

    @Override
    public boolean mayBeShown(Onlooker onlooker, Subject subject, String id) {
        if (onlooker.sight().isWhole()) return true;
        var now = onlooker.now();
        return switch (subject) {
            case STUDENT -> {
                var student = now.of(Student.VIEW).get(id);
                yield student == null || student.isShownTo(onlooker);
            }
            case ENROLLMENT -> {
                var enrollment = now.of(Enrollment.VIEW).get(id);
                yield enrollment == null
                        || onlooker.sees(enrollment.institutionId(), enrollment.studentId());
            }
            case AWARD -> {
                var award = now.of(Award.VIEW).get(id);
                yield award == null || onlooker.sees(award.institutionId(), award.studentId());
            }
            case FUND -> {
                var fund = now.of(Fund.VIEW).get(id);
                yield fund == null || onlooker.sees(fund.institutionId());
            }
            case OFFERING, CATALOG -> true;
        };
    }
}
