package colophon.commands.campus;

import static colophon.commands.campus.Sums.USD;
import static colophon.commands.campus.Sums.usd;

import colophon.api.access.Actor;
import colophon.api.access.Role;
import colophon.commands.enrollment.Enroll;
import colophon.commands.fund.EstablishFund;
import colophon.commands.institution.RegisterInstitution;
import colophon.commands.offering.ScheduleOffering;
import colophon.commands.program.ListCourse;
import colophon.commands.program.OpenProgram;
import colophon.commands.student.RegisterStudent;
import colophon.events.fund.Coverage;
import colophon.events.fund.FundedBy;
import colophon.events.money.Money;
import colophon.events.offering.Delivery;
import colophon.events.privacy.Sealed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * A university with institution ucla, program rbs, course m-20 and students s-1, s-2 and s-3. Each
 * test makes its own offerings and funds. The clock says two in the morning UTC on New Year's Day,
 * when it is still the last day of 2025 at the university.
 */
public final class Campus {

    /** The time of the clock. */
    public static final Instant NOW = Instant.parse("2026-01-01T02:00:00Z");

    /** Today at the university. */
    public static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

    /** The registrar of all institutions. */
    public static final Actor REGISTRAR =
            new Actor("registrar", Set.of(Role.REGISTRAR), Set.of(), null);

    private Campus() {}

    /** The office of the university, with only these in its log. */
    public static CommandSide open() {
        var office = new CommandSide(NOW);
        var zone = ZoneId.of("America/Los_Angeles");
        office.send(new RegisterInstitution("ucla", "UCLA", USD, zone));
        office.send(new OpenProgram("rbs", "ucla", "Rare books"));
        office.send(new ListCourse("m-20", "rbs", "Paleography", null, null, List.of()));
        for (var student : List.of("s-1", "s-2", "s-3")) office.send(student(student));
        return office;
    }

    /** Another institution, with a program, a course and an offering o-9 of its own. */
    public static void openAnother(CommandSide office) {
        office.send(new RegisterInstitution("uva", "UVA", USD, ZoneId.of("America/New_York")));
        office.send(new OpenProgram("rbs-uva", "uva", "Rare books"));
        office.send(new ListCourse("m-90", "rbs-uva", "Paleography", null, null, List.of()));
        office.send(offering("o-9", "m-90", 12, usd("1395"), TODAY.plusDays(9)));
    }

    /** Registers a student. */
    public static RegisterStudent student(String id) {
        return new RegisterStudent(id, new Sealed("?"), new Sealed("?"), null, "print of " + id);
    }

    /** A course in paleography at 1395, over the next two weeks. */
    public static ScheduleOffering offering(String id, int capacity) {
        return offering(id, "m-20", capacity, usd("1395"), TODAY.plusDays(14));
    }

    /** Some course, from today on. */
    public static ScheduleOffering offering(
            String id, String courseId, int capacity, Money tuition, LocalDate endsOn) {
        var startsOn = endsOn.isBefore(TODAY) ? endsOn : TODAY;
        return new ScheduleOffering(
                id, courseId, startsOn, endsOn, capacity, tuition, Delivery.ONLINE, null, null);
    }

    /** A fund for tuition that is always open. */
    public static EstablishFund fund(String id, String budget) {
        return new EstablishFund(
                id,
                "ucla",
                "Friends of the library",
                null,
                usd(budget),
                FundedBy.EXTERNAL,
                Set.of(Coverage.TUITION),
                null,
                null,
                null,
                null);
    }

    /** An enrollment from today on. */
    public static Enroll enroll(String id, String studentId, String offeringId) {
        return new Enroll(id, studentId, offeringId, null);
    }
}
