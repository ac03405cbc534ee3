package colophon.views;

import static colophon.views.Given.awarded;
import static colophon.views.Given.candidacy;
import static colophon.views.Given.certificate;
import static colophon.views.Given.completed;
import static colophon.views.Given.course;
import static colophon.views.Given.credit;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.expense;
import static colophon.views.Given.fund;
import static colophon.views.Given.institution;
import static colophon.views.Given.offering;
import static colophon.views.Given.payment;
import static colophon.views.Given.program;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import colophon.events.Recorded;
import colophon.events.fund.Coverage;
import colophon.events.offering.OfferingScheduled;
import colophon.events.payment.Payer;
import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.Within;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A history of many students with four courses each: 27 events a student, always the same. */
public final class LargeHistory {

    private static final Instant RECORDED = Instant.parse("2026-06-01T16:30:00Z");

    private final List<Recorded<?>> facts = new ArrayList<>();
    private long commits;

    private LargeHistory() {}

    /** The history, in the order of the log. */
    public static List<Recorded<?>> of(int students) {
        var history = new LargeHistory();
        history.school();
        history.students(students);
        return history.facts;
    }

    private final List<OfferingScheduled> offerings = new ArrayList<>();

    private void school() {
        commit(institution("rbs"));
        commit(program("p", "rbs"));
        for (int i = 0; i < 80; i++) {
            commit(course("c-" + i, "p", "rbs"));
            for (int run = 0; run < 10; run++) {
                var offering =
                        offering(
                                "o-" + i + "-" + run,
                                "c-" + i,
                                "p",
                                "rbs",
                                (2018 + run) + "-06-" + (10 + i % 10),
                                usd((1000 + i) + ".00"));
                offerings.add(offering);
                commit(offering);
            }
        }
        var requirement = new Within(Period.ofYears(8), new Courses(5, new OfInstitution()));
        commit(certificate("cert", "p", "rbs", requirement));
        for (int i = 0; i < 5; i++) commit(fund("f-" + i, "rbs", "9000000.00", Coverage.TUITION));
    }

    private void students(int count) {
        var random = new Random(7);
        for (int i = 0; i < count; i++) {
            var id = "s-" + i;
            commit(student(id, "Given" + random.nextInt(500), "Family" + random.nextInt(3000)));
            commit(candidacy(id, "cert", "p", "rbs"));
            int first = random.nextInt(70);
            for (int n = 0; n < 4; n++) {
                var offering = offerings.get((first + n) * 10 + random.nextInt(8));
                var enrollment = "e-" + i + "-" + n;
                commit(enrolled(enrollment, id, offering));
                if (n < 3)
                    commit(
                            completed(
                                    enrollment,
                                    id,
                                    offering.courseId(),
                                    offering.endsOn().toString()));
                commit(
                        payment(
                                "p-" + i + "-" + n,
                                id,
                                "rbs",
                                usd("400.00"),
                                Payer.SELF,
                                "2026-01-01"));
            }
            commit(expense("x-" + i, id, "rbs", usd("300.00"), "2026-01-01"));
            if (i % 4 == 0)
                commit(awarded(credit("a-" + i, "f-" + i % 5, id, "rbs", usd("500.00"))));
        }
    }

    private void commit(Object... events) {
        commits++;
        for (int i = 0; i < events.length; i++)
            facts.add(
                    new Recorded<>(
                            events[i],
                            commits,
                            i == events.length - 1 ? Recorded.LAST : i,
                            RECORDED,
                            "registrar",
                            "event"));
    }
}
