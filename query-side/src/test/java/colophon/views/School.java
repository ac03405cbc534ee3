package colophon.views;

import static colophon.views.Given.certificate;
import static colophon.views.Given.course;
import static colophon.views.Given.institution;
import static colophon.views.Given.offering;
import static colophon.views.Given.program;
import static colophon.views.Given.usd;

import colophon.events.offering.OfferingScheduled;
import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.Within;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * Two small schools. A certificate of rbs requires five courses in eight years, and one of calrbs
 * two courses of its program.
 */
public final class School {

    public static final OfferingScheduled BINDING =
            offering("o-1", "c-1", "p-rbs", "rbs", "2026-05-11", usd("1395.00"));
    public static final OfferingScheduled PAPER =
            offering("o-2", "c-2", "p-rbs", "rbs", "2026-07-06", usd("1395.00"));
    public static final OfferingScheduled TYPE =
            offering("o-3", "c-3", "p-rbs", "rbs", "2026-07-06", usd("1100.00"));
    public static final OfferingScheduled ARCHIVES =
            offering("o-9", "d-1", "p-cal", "calrbs", "2026-08-03", usd("1200.00"));

    private School() {}

    /** Adds both schools to this world, in about ten commits. */
    public static void opens(QuerySide world) {
        for (var event : events()) world.commit(event);
    }

    /** The same, with all commits recorded at that instant. */
    public static void opens(QuerySide world, Instant instant) {
        for (var event : events()) world.commitAt(instant, event);
    }

    /** The events of both, one for each commit. */
    public static List<Object> events() {
        var all = new ArrayList<Object>();
        all.add(institution("rbs"));
        all.add(program("p-rbs", "rbs"));
        for (int i = 1; i <= 6; i++) all.add(course("c-" + i, "p-rbs", "rbs"));
        all.add(
                certificate(
                        "cert-rbs",
                        "p-rbs",
                        "rbs",
                        new Within(Period.ofYears(8), new Courses(5, new OfInstitution()))));
        all.add(institution("calrbs"));
        all.add(program("p-cal", "calrbs"));
        for (int i = 1; i <= 3; i++) all.add(course("d-" + i, "p-cal", "calrbs"));
        all.add(certificate("cert-cal", "p-cal", "calrbs", new Courses(2, new OfProgram())));
        all.addAll(List.of(BINDING, PAPER, TYPE, ARCHIVES));
        return all;
    }
}
