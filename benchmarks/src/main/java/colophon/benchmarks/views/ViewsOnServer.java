package colophon.benchmarks.views;

import colophon.api.access.Actor;
import colophon.api.access.ReadAccess;
import colophon.api.access.Role;
import colophon.api.json.ApiJson;
import colophon.events.Recorded;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.money.Money;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.SeatTaken;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;
import colophon.events.payment.PaymentReceived;
import colophon.events.privacy.Sealed;
import colophon.events.privacy.Seals;
import colophon.events.program.CertificateDefined;
import colophon.events.program.CourseListed;
import colophon.events.program.ProgramOpened;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.StudentRegistered;
import colophon.storage.views.MongoViewDatabase;
import colophon.views.ViewsConfiguration;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;
import colophon.views.reading.memory.MemoryDeadLetters;
import colophon.views.reading.projection.Projector;
import colophon.views.reading.projection.Segment;
import colophon.views.student.NameReader;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Fills views on a MongoDB server with the events of many students, through the real folding, and
 * then queries the status of students chosen at random.
 */
public final class ViewsOnServer {

    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
    private static final Instant RECORDED = Instant.parse("2026-05-01T12:00:00Z");
    private static final int OFFERINGS = 800;

    private final List<Recorded<?>> facts = new ArrayList<>();
    private long commits;

    private ViewsOnServer() {}

    /** Milliseconds of a query, and the number of events folded per second before. */
    public record Outcome(double p50, double p99, double eventsPerSecond) {}

    /** Measures in a database with that name. Drops it before and after. */
    public static Outcome measure(String uri, int students, int queries) throws Exception {
        var seals = new Open();
        try (var client = MongoClients.create(uri)) {
            var database =
                    client.getDatabase("colophon_benchmark_views")
                            .withReadConcern(ReadConcern.MAJORITY)
                            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
            database.drop();
            var library =
                    new MongoViewDatabase(
                            ViewsConfiguration.VIEWS,
                            ViewsConfiguration.CATALOG,
                            database,
                            1,
                            zone -> LocalDate.ofInstant(Clock.systemUTC().instant(), zone));
            library.declareIndexes();
            var eventsPerSecond = new ViewsOnServer().fill(library, students, seals);
            var status = new Status(seals);
            ask(status, library, students, queries / 4, new Random(1));
            var took = ask(status, library, students, queries, new Random(2));
            database.drop();
            return new Outcome(at(took, 0.5), at(took, 0.99), eventsPerSecond);
        }
    }

    private static long[] ask(
            Status status, MongoViewDatabase library, int students, int queries, Random random)
            throws Exception {
        var took = new long[queries];
        for (int i = 0; i < queries; i++) {
            var id = "s-" + random.nextInt(students);
            var begun = System.nanoTime();
            var answer = status.of(library.snapshot(), id);
            took[i] = System.nanoTime() - begun;
            if (!answer.contains("\"" + id + "\"")) throw new IllegalStateException(answer);
        }
        Arrays.sort(took);
        return took;
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) (sorted.length * part)] / 1e6;
    }

    private double fill(MongoViewDatabase library, int students, Seals seals) {
        var deadLetters = new MemoryDeadLetters();
        var projector =
                new Projector(ViewsConfiguration.VIEWS, library, deadLetters, Clock.systemUTC());
        var begun = System.nanoTime();
        long events = 0;
        school();
        for (int n = 0; n < students; n++) {
            student(seals, n);
            if (facts.size() < 5_000 && n < students - 1) continue;
            library.expect(facts, Segment.ALL);
            projector.readAll(facts, commits);
            events += facts.size();
            facts.clear();
        }
        if (deadLetters.size() > 0)
            throw new IllegalStateException(deadLetters.list("", 1).toString());
        return events / ((System.nanoTime() - begun) / 1e9);
    }

    private void school() {
        commit(new InstitutionRegistered("uni", "University", USD, ZoneId.of("America/New_York")));
        commit(new ProgramOpened("program", "uni", "Program"));
        for (int n = 0; n < 20; n++)
            commit(
                    new CourseListed(
                            "c-" + n, "program", "uni", "Course " + n, null, null, List.of()));
        commit(
                new CertificateDefined(
                        "certificate",
                        "program",
                        "uni",
                        "Certificate",
                        "automatic",
                        1,
                        LocalDate.of(2000, 1, 1),
                        new Requirement.Within(
                                Period.ofYears(8),
                                new Requirement.Courses(5, new CourseSet.OfProgram())),
                        List.of(),
                        null));
        for (int n = 0; n < OFFERINGS; n++) commit(offering(n));
    }

    private static OfferingScheduled offering(int n) {
        return new OfferingScheduled(
                "o-" + n,
                "c-" + n % 20,
                "program",
                "uni",
                LocalDate.of(2020 + n % 8, 6, 1),
                LocalDate.of(2020 + n % 8, 6, 5),
                1_000_000,
                usd("1395.00"),
                null,
                null,
                Delivery.IN_PERSON,
                "Library",
                null,
                Admission.OPEN,
                null,
                Period.ofDays(14),
                null);
    }

    private void student(Seals seals, int n) {
        var id = "s-" + n;
        commit(
                new StudentRegistered(
                        id,
                        seals.seal(id, "Given" + n),
                        seals.seal(id, "Family" + n),
                        seals.seal(id, id + "@example.org"),
                        "print-" + n));
        commit(new CandidacyDeclared(id, "certificate", "program", "uni", 1, false, null, MAY_1));
        for (int course = 0; course < 2; course++) {
            var in = offering((n * 7 + course) % OFFERINGS);
            var enrollment = id + "-e" + course;
            commit(
                    new SeatTaken(in.offeringId(), enrollment, id),
                    new StudentEnrolled(
                            enrollment,
                            id,
                            in.offeringId(),
                            in.courseId(),
                            "program",
                            "uni",
                            null,
                            MAY_1),
                    new ChargePosted(
                            "uni",
                            id,
                            enrollment + ":tuition",
                            ChargeKind.TUITION,
                            enrollment,
                            in.offeringId(),
                            in.tuition(),
                            null,
                            MAY_1,
                            MAY_1));
        }
        commit(
                new CourseCompleted(
                        id + "-e0",
                        id,
                        "c-" + n * 7 % OFFERINGS % 20,
                        "program",
                        "uni",
                        null,
                        null,
                        MAY_1));
        var amount = usd("900.00");
        commit(
                new PaymentReceived(
                        id + "-p", id, "uni", amount, PaymentMethod.CARD, Payer.SELF, null, MAY_1));
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
                            "event-" + commits + "-" + i));
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }

    /** Names without encryption, because the cost of keys is measured elsewhere. */
    private static final class Open implements Seals {

        @Override
        public Sealed seal(String studentId, String value) {
            return new Sealed(value);
        }

        @Override
        public @Nullable String open(String studentId, Sealed sealed) {
            return sealed.text();
        }

        @Override
        public String fingerprint(String studentId, String value) {
            return value;
        }

        @Override
        public byte @Nullable [] digest(String studentId, byte[] value) {
            return null;
        }

        @Override
        public boolean isDestroyed(String studentId) {
            return false;
        }

        @Override
        public byte[] digest(byte[] value) {
            return value;
        }

        @Override
        public void destroy(String studentId) {}
    }

    /** Calls the API for a status without HTTP. */
    private static final class Status {

        private static final Actor STAFF =
                new Actor("benchmark", Set.of(Role.REGISTRAR), Set.of(), null);

        private final Object api;
        private final Method answer;
        private final JsonMapper json;

        Status(Seals seals) throws ReflectiveOperationException {
            // not public, because otherwise only the web server calls it
            var type = Class.forName("colophon.views.status.StatusApi");
            var made = type.getDeclaredConstructor(NameReader.class);
            made.setAccessible(true);
            api =
                    made.newInstance(
                            new NameReader(seals, () -> Optional.of(STAFF), ReadAccess::whole));
            answer =
                    type.getDeclaredMethod(
                            "status", ViewSnapshot.class, Viewer.class, String.class);
            answer.setAccessible(true);
            var mapper = JsonMapper.builder();
            new ApiJson().customize(mapper);
            json = mapper.build();
        }

        String of(ViewSnapshot views, String id) throws ReflectiveOperationException {
            return json.writeValueAsString(
                    answer.invoke(api, views, new Viewer(ReadAccess.whole(), views), id));
        }
    }
}
