package colophon.views.history;

import colophon.api.problem.RequestProblem;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.views.fund.Fund;
import colophon.views.offering.Offering;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;
import colophon.views.reading.past.PastEvents;
import colophon.views.student.Student;

import java.util.HashSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** The subject of a history, and the places of its events in the log. */
record HistorySubject(String kind, String id) {

    private static final Pattern FORM = Pattern.compile("(student|offering|fund):(\\S{1,64})");
    private static final Pattern PLACE = Pattern.compile("[0-9]{15}\\.[0-9]{5}");

    /** Reads the parameter. Throws invalid-parameter. */
    static HistorySubject of(String subject) {
        var form = FORM.matcher(subject);
        if (!form.matches())
            throw RequestProblem.INVALID_PARAMETER.because(
                    "subject is '" + subject + "', not student:ID, offering:ID or fund:ID");
        return new HistorySubject(form.group(1), form.group(2));
    }

    /**
     * The places of all events about the subject, in the order of the log. Throws 404 if there is
     * none.
     */
    long[] places(ViewSnapshot views, Viewer viewer, PastEvents log) {
        long all = Long.MAX_VALUE;
        return switch (kind) {
            case "student" -> {
                Student.in(views, viewer, id);
                yield EventIndex.places(views.of(EventIndex.STUDENTS).get(id), -1, all);
            }
            case "fund" -> {
                Fund.in(views, viewer, id);
                yield EventIndex.places(views.of(EventIndex.FUNDS).get(id), -1, all);
            }
            default -> {
                Offering.in(views, viewer, id);
                var own = EventIndex.places(views.of(EventIndex.OFFERINGS).get(id), -1, all);
                yield LongStream.concat(LongStream.of(own), outcomes(views, log, own))
                        .sorted()
                        .distinct()
                        .toArray();
            }
        };
    }

    /**
     * True if the viewer may see the event. Everything about an offering or a fund is shown. Of a
     * student, other viewers than the student see what happened at their institutions.
     */
    boolean isShown(Object event, EventInstitution where, Viewer viewer) {
        if (viewer.sight().isWhole() || !kind.equals("student")) return true;
        if (viewer.sight().isOwn(id)) return true;
        return switch (where.of(event)) {
            case EventInstitution.AtInstitution at -> viewer.sees(at.institutionId());
            case EventInstitution.AtNone _ -> Student.isKnownTo(viewer, id);
            case EventInstitution.UnknownInstitution _ -> false;
        };
    }

    /** Later events of enrollments in the offering. They do not name the offering any more. */
    private static LongStream outcomes(ViewSnapshot views, PastEvents log, long[] own) {
        var students = new TreeSet<String>();
        var enrollments = new HashSet<String>();
        for (var fact : log.read(own))
            if (fact.event() instanceof EnrollmentEvent e) {
                students.add(e.studentId());
                enrollments.add(e.enrollmentId());
            }
        var places = LongStream.builder();
        for (var index : views.of(EventIndex.STUDENTS).load(students).values())
            for (var place : EventIndex.places(index.value(), -1, Long.MAX_VALUE))
                places.add(place);
        return log.read(places.build().toArray()).stream()
                .filter(
                        fact ->
                                fact.event() instanceof EnrollmentEvent e
                                        && enrollments.contains(e.enrollmentId()))
                .mapToLong(fact -> fact.index());
    }

    /** The places behind the one that a cursor names. Throws invalid-parameter if it names none. */
    static long[] behind(long[] places, String after) {
        if (after.isEmpty()) return places;
        if (!PLACE.matcher(after).matches())
            throw RequestProblem.INVALID_PARAMETER.because(
                    "cursor did not come from an answer of this list");
        var parts = after.split("\\.", 2);
        long behind = Long.parseLong(parts[0]) << 16 | Long.parseLong(parts[1]);
        return LongStream.of(places).filter(place -> place > behind).toArray();
    }
}
