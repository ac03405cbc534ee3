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

import java.time.Period;

/** Two small schools: rbs asks for five courses in eight years, calrbs for two of its program. */
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

    /** Opens both in this world, in ten commits and a few. */
    public static void opens(World world) {
        world.commit(institution("rbs"));
        world.commit(program("p-rbs", "rbs"));
        for (int i = 1; i <= 6; i++) world.commit(course("c-" + i, "p-rbs", "rbs"));
        world.commit(
                certificate(
                        "cert-rbs",
                        "p-rbs",
                        "rbs",
                        new Within(Period.ofYears(8), new Courses(5, new OfInstitution()))));
        world.commit(institution("calrbs"));
        world.commit(program("p-cal", "calrbs"));
        for (int i = 1; i <= 3; i++) world.commit(course("d-" + i, "p-cal", "calrbs"));
        world.commit(certificate("cert-cal", "p-cal", "calrbs", new Courses(2, new OfProgram())));
        world.commit(BINDING);
        world.commit(PAPER);
        world.commit(TYPE);
        world.commit(ARCHIVES);
    }
}
