package colophon.views.history;

import colophon.events.EventDetails;
import colophon.events.student.StudentEvent;
import colophon.views.catalog.Certificate;
import colophon.views.catalog.Course;
import colophon.views.catalog.Program;
import colophon.views.enrollment.Enrollment;
import colophon.views.fund.Award;
import colophon.views.fund.Fund;
import colophon.views.offering.Offering;
import colophon.views.payment.Payment;
import colophon.views.reading.ViewSnapshot;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Answers: at which institution did this happen? If an event does not name an institution, it names
 * something that belongs to one. If that cannot be found, the institution is unknown, and only
 * viewers who may see everything see the event.
 */
final class EventInstitution {

    /** The institution of an event, if any. */
    sealed interface Location permits AtInstitution, AtNone, UnknownInstitution {}

    /** At this institution. */
    record AtInstitution(String institutionId) implements Location {}

    /** At no institution: the event is about the person. */
    record AtNone() implements Location {}

    /** At an institution that cannot be determined. */
    record UnknownInstitution() implements Location {}

    /** The ids that lead to an institution, the most reliable first. */
    private static final List<String> NAMES =
            List.of(
                    "institutionId",
                    "enrollmentId",
                    "offeringId",
                    "certificateId",
                    "fundId",
                    "awardId",
                    "paymentId",
                    "courseId",
                    "programId");

    private final ViewSnapshot views;

    EventInstitution(ViewSnapshot views) {
        this.views = views;
    }

    Location of(Object event) {
        for (var name : NAMES) {
            var id = EventDetails.reference(event, name);
            var at = id == null ? null : institution(name, id);
            if (at != null) return new AtInstitution(at);
        }
        return event instanceof StudentEvent ? new AtNone() : new UnknownInstitution();
    }

    private @Nullable String institution(String name, String id) {
        return switch (name) {
            case "institutionId" -> id;
            case "enrollmentId" -> {
                var enrollment = views.of(Enrollment.VIEW).get(id);
                yield enrollment == null ? null : enrollment.institutionId();
            }
            case "offeringId" -> {
                var offering = views.of(Offering.VIEW).get(id);
                yield offering == null ? null : offering.institutionId();
            }
            case "certificateId" -> {
                var certificate = views.of(Certificate.VIEW).get(id);
                yield certificate == null ? null : certificate.institutionId();
            }
            case "fundId" -> {
                var fund = views.of(Fund.VIEW).get(id);
                yield fund == null ? null : fund.institutionId();
            }
            case "awardId" -> {
                var award = views.of(Award.VIEW).get(id);
                yield award == null ? null : award.institutionId();
            }
            case "paymentId" -> {
                var payment = views.of(Payment.VIEW).get(id);
                yield payment == null ? null : payment.institutionId();
            }
            case "courseId" -> {
                var course = views.of(Course.VIEW).get(id);
                yield course == null ? null : course.institutionId();
            }
            default -> {
                var program = views.of(Program.VIEW).get(id);
                yield program == null ? null : program.institutionId();
            }
        };
    }
}
