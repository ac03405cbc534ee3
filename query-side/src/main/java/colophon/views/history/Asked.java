package colophon.views.history;

import colophon.events.enrollment.EnrollmentEvent;
import colophon.views.fund.Fund;
import colophon.views.offering.Offering;
import colophon.views.reading.Edition;
import colophon.views.reading.Onlooker;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.past.Log;
import colophon.views.student.Student;

import java.util.HashSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** The subject of a history, and the places of its events in the log. */
record Asked(String kind, String id) {

    private static final Pattern FORM = Pattern.compile("(student|offering|fund):(\\S{1,64})");
    private static final Pattern PLACE = Pattern.compile("[0-9]{15}\\.[0-9]{5}");

    /** Reads the parameter. Throws invalid-parameter. */
    static Asked of(String subject) {
        var form = FORM.matcher(subject);
        if (!form.matches())
            throw QueryProblem.INVALID_PARAMETER.because(
                    "subject is '" + subject + "', not student:ID, offering:ID or fund:ID");
        return new Asked(form.group(1), form.group(2));
    }

    /**
     * The places of all events about the subject, in the order of the log. Throws 404 if there is
     * none.
     */
    long[] places(Edition views, Onlooker onlooker, Log log) {
        long all = Long.MAX_VALUE;
        return switch (kind) {
            case "student" -> {
                Student.in(views, onlooker, id);
                yield Trail.places(views.of(Trail.STUDENTS).get(id), -1, all);
            }
            case "fund" -> {
                Fund.in(views, onlooker, id);
                yield Trail.places(views.of(Trail.FUNDS).get(id), -1, all);
            }
            default -> {
                Offering.in(views, onlooker, id);
                var own = Trail.places(views.of(Trail.OFFERINGS).get(id), -1, all);
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
    boolean isShown(Object event, Where where, Onlooker onlooker) {
        if (onlooker.sight().isWhole() || !kind.equals("student")) return true;
        if (onlooker.sight().isOwn(id)) return true;
        return switch (where.of(event)) {
            case Where.At at -> onlooker.sees(at.institutionId());
            case Where.Nowhere _ -> Student.isKnownTo(onlooker, id);
            case Where.Unknown _ -> false;
        };
    }

    /** Later events of enrollments in the offering. They do not name the offering any more. */
    private static LongStream outcomes(Edition views, Log log, long[] own) {
        var students = new TreeSet<String>();
        var enrollments = new HashSet<String>();
        for (var fact : log.read(own))
            if (fact.event() instanceof EnrollmentEvent e) {
                students.add(e.studentId());
                enrollments.add(e.enrollmentId());
            }
        var trails = LongStream.builder();
        for (var trail : views.of(Trail.STUDENTS).load(students).values())
            for (var place : Trail.places(trail.value(), -1, Long.MAX_VALUE)) trails.add(place);
        return log.read(trails.build().toArray()).stream()
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
            throw QueryProblem.INVALID_PARAMETER.because(
                    "cursor did not come from an answer of this list");
        var parts = after.split("\\.", 2);
        long behind = Long.parseLong(parts[0]) << 16 | Long.parseLong(parts[1]);
        return LongStream.of(places).filter(place -> place > behind).toArray();
    }
}
