package colophon.system;

import static colophon.system.driver.Answer.quoted;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.system.driver.Answer;
import colophon.system.driver.Campus;
import colophon.system.driver.LogFile;
import colophon.system.driver.Program;
import colophon.system.driver.Program.Unanswered;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Everything that was acknowledged is there exactly once, even if the program is killed many times.
 * The clients keep a journal. The check reads only the journal and the file of the log.
 */
class KillTest {

    private static final int ROUNDS = Integer.getInteger("colophon.system.kills", 4);
    private static final int CLIENTS = 8;

    /** The most answers in a round; some rounds end before the first. */
    private static final int MOST_ANSWERS = 300;

    private static final long SEED = Long.getLong("colophon.system.seed", new Random().nextLong());

    @TempDir Path data;

    /**
     * The kind of a command: the events that its commit must contain, in order, and the place of
     * its id.
     */
    private enum Kind {
        STUDENT("studentId", "StudentRegistered"),
        ENROLLMENT("enrollmentId", "StudentEnrolled", "SeatTaken", "ChargePosted"),
        COMPLETION("enrollmentId", "CourseCompleted"),
        PAYMENT("paymentId", "PaymentReceived"),
        REFUND("refundId", "PaymentRefunded"),
        AWARD("awardId", "AwardOffered", "AwardAccepted"),
        EXPENSE("expenseId", "ExpenseRecorded");

        final String idField;
        final List<String> events;

        Kind(String idField, String... events) {
            this.idField = idField;
            this.events = List.of(events);
        }
    }

    /** One line of the journal; without an answer, the effect is unknown. */
    private record Entry(
            Kind kind, String id, String path, String body, String key, @Nullable Answer answer) {

        boolean isOk() {
            return answer != null && answer.status() < 300;
        }

        Answer given() {
            return Objects.requireNonNull(answer);
        }

        Entry answered(Answer by) {
            return new Entry(kind, id, path, body, key, by);
        }
    }

    @Test
    void what_was_acknowledged_is_there_once_and_what_was_not_is_whole_or_absent()
            throws Exception {
        var random = new Random(SEED);
        var journal = new ArrayList<Entry>();
        var maybes = new int[2];
        var program = Program.serving(data.resolve("data"));
        try {
            prepare(program);
            for (int round = 1; round <= ROUNDS; round++) {
                var entries = load(program, round, random);
                var kept = new Kept(LogFile.of(data.resolve("data")));
                program = Program.starting(data.resolve("data"));
                program.awaitReady();
                for (var entry : entries) {
                    var settled = settle(program, kept, entry, maybes);
                    journal.add(settled);
                }
                repeatSome(program, journal, random);
            }
            assertThat(program.stop()).as("exit code after SIGTERM").isIn(0, 143);
        } finally {
            program.close();
        }
        judge(journal);
        report(journal, maybes);
    }

    private static void prepare(Program program) {
        var campus = Campus.at(program);
        for (int n = 0; n < 40; n++) campus.offering("o" + n, 10_000);
        for (int n = 0; n < 4; n++) campus.fund("f" + n, "900000000.00");
    }

    /** Runs eight clients until the program is killed under them. */
    private static List<Entry> load(Program program, int round, Random random) throws Exception {
        var answered = new CountDownLatch(random.nextInt(MOST_ANSWERS));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients =
                    IntStream.range(0, CLIENTS)
                            .mapToObj(
                                    n ->
                                            new Client(
                                                    program,
                                                    "r%d-c%d".formatted(round, n),
                                                    random.nextLong(),
                                                    answered))
                            .map(threads::submit)
                            .toList();
            answered.await(); // one command has just been answered, the others are anywhere
            program.kill();
            var entries = new ArrayList<Entry>();
            for (Future<List<Entry>> client : clients) entries.addAll(client.get());
            return entries;
        }
    }

    /** Sends commands one after the other until one is not answered. */
    private static final class Client implements Callable<List<Entry>> {

        private final Program program;
        private final String name;
        private final Random random;
        private final CountDownLatch answered;
        private final List<Entry> entries = new ArrayList<>();

        Client(Program program, String name, long seed, CountDownLatch answered) {
            this.program = program;
            this.name = name;
            this.random = new Random(seed);
            this.answered = answered;
        }

        @Override
        public List<Entry> call() {
            for (int n = 0; ; n++) {
                var entry = next(name + "-" + n);
                try {
                    entries.add(entry.answered(program.post(entry.path, entry.body, entry.key)));
                    answered.countDown();
                } catch (Unanswered e) {
                    entries.add(entry);
                    return entries;
                }
            }
        }

        private Entry next(String id) {
            var student = some(Kind.STUDENT);
            if (student == null)
                return entry(Kind.STUDENT, id, "/students", Campus.studentBody(id));
            return switch (random.nextInt(10)) {
                case 0 -> entry(Kind.STUDENT, id, "/students", Campus.studentBody(id));
                case 1, 2, 3 -> enrollment(id, student);
                case 4 -> completion(id, student);
                case 5, 6 ->
                        entry(
                                Kind.PAYMENT,
                                id,
                                "/payments",
                                Campus.paymentBody(id, student, "80.00"));
                case 7 -> refund(id, student);
                case 8 ->
                        entry(
                                Kind.AWARD,
                                id,
                                "/awards",
                                Campus.awardBody(id, "f" + random.nextInt(4), student, "10.00"));
                default ->
                        entry(
                                Kind.EXPENSE,
                                id,
                                "/expenses",
                                Campus.expenseBody(id, student, "9.99"));
            };
        }

        private Entry enrollment(String id, String student) {
            var body = Campus.enrollmentBody(id, student, "o" + random.nextInt(40));
            return entry(Kind.ENROLLMENT, id, "/enrollments", body);
        }

        private Entry completion(String id, String student) {
            var enrollment = some(Kind.ENROLLMENT);
            if (enrollment == null || some(Kind.COMPLETION, enrollment))
                return enrollment(id, student);
            return entry(
                    Kind.COMPLETION,
                    enrollment,
                    "/enrollments/" + enrollment + "/completion",
                    quoted("{'outcome':'completed'}"));
        }

        /** Sometimes more than the payment has left, which is refused. */
        private Entry refund(String id, String student) {
            var payment = some(Kind.PAYMENT);
            if (payment == null) return enrollment(id, student);
            var path = "/payments/" + payment + "/refunds";
            return entry(Kind.REFUND, id, path, Campus.refundBody(id, "50.00"));
        }

        private Entry entry(Kind kind, String id, String path, String body) {
            return new Entry(kind, id, path, body, "key-" + name + "-" + entries.size(), null);
        }

        /** The id of a thing of this kind that was acknowledged to this client. */
        private @Nullable String some(Kind kind) {
            var all = entries.stream().filter(e -> e.kind == kind && e.isOk()).toList();
            return all.isEmpty() ? null : all.get(random.nextInt(all.size())).id;
        }

        private boolean some(Kind kind, String id) {
            return entries.stream().anyMatch(e -> e.kind == kind && e.id.equals(id));
        }
    }

    /** The events of each command's commit in the file, by kind and id. */
    private static final class Kept {

        private final Map<String, List<LogFile.Happened>> all = new HashMap<>();

        Kept(LogFile log) {
            for (var event : log.events())
                for (var kind : Kind.values())
                    if (kind.events.contains(event.name()))
                        all.computeIfAbsent(
                                        kind + " " + event.field(kind.idField),
                                        _ -> new ArrayList<>())
                                .add(event);
        }

        List<LogFile.Happened> of(Entry entry) {
            return all.getOrDefault(entry.kind + " " + entry.id, List.of());
        }

        /** Checks that exactly the events of one decision are there, all in one commit. */
        void assertOnce(Entry entry) {
            var events = of(entry);
            assertThat(events)
                    .as("%s is there once", entry)
                    .extracting(LogFile.Happened::name)
                    .containsExactlyInAnyOrderElementsOf(entry.kind.events);
            assertThat(events)
                    .as("%s is one commit", entry)
                    .extracting(LogFile.Happened::commit)
                    .containsOnly(events.getFirst().commit());
        }
    }

    /**
     * Repeats a command with an unknown effect after the crash, with its key, to learn the result.
     */
    private static Entry settle(Program program, Kept kept, Entry entry, int[] maybes) {
        if (entry.answer() != null) {
            check(kept, entry);
            return entry;
        }
        var tookEffect = !kept.of(entry).isEmpty();
        if (tookEffect) kept.assertOnce(entry);
        var answer = program.post(entry.path, entry.body, entry.key);
        var again = program.post(entry.path, entry.body, entry.key);
        if (tookEffect)
            assertThat(answer.isReplayed()).as("%s had taken effect: %s", entry, answer).isTrue();
        assertThat(again.bytes()).as("%s, asked twice", entry).isEqualTo(answer.bytes());
        assertThat(again.isReplayed()).as("%s, asked twice", entry).isTrue();
        maybes[tookEffect ? 1 : 0]++;
        return entry.answered(answer);
    }

    private static void check(Kept kept, Entry entry) {
        if (!entry.isOk()) {
            assertThat(kept.of(entry)).as("%s was refused", entry).isEmpty();
            return;
        }
        kept.assertOnce(entry);
        assertThat(entry.given().position())
                .as("Event-Position of %s", entry)
                .isEqualTo(kept.of(entry).getFirst().commit());
    }

    /** Old keys of any round still give the first answer, byte for byte. */
    private static void repeatSome(Program program, List<Entry> journal, Random random) {
        for (int n = 0; n < 20; n++) {
            var entry = journal.get(random.nextInt(journal.size()));
            var again = program.post(entry.path, entry.body, entry.key);
            assertThat(again.bytes()).as("%s, asked again", entry).isEqualTo(entry.given().bytes());
            assertThat(again.isReplayed()).as("%s, asked again", entry).isTrue();
        }
    }

    /** Compares the whole log with the whole journal: nothing is missing, twice, or added. */
    private void judge(List<Entry> journal) {
        var log = LogFile.of(data.resolve("data"));
        log.assertWhole();
        var kept = new Kept(log);
        for (var entry : journal) check(kept, entry);
        for (var kind : Kind.values())
            assertThat(log.named(kind.events.getFirst()))
                    .as("as many of %s as were acknowledged", kind)
                    .hasSize(
                            (int) journal.stream().filter(e -> e.kind == kind && e.isOk()).count());
        var verified = Program.run("verify-log", "--colophon.data-dir=" + data.resolve("data"));
        assertThat(verified.exitCode()).as(verified.output()).isZero();
    }

    private static void report(List<Entry> journal, int[] maybes) {
        System.out.printf(
                "Kills: %d (seed %d). Commands: %d accepted, %d refused; unanswered: %d had taken"
                        + " effect, %d had not%n",
                ROUNDS,
                SEED,
                journal.stream().filter(Entry::isOk).count(),
                journal.stream().filter(e -> !e.isOk()).count(),
                maybes[1],
                maybes[0]);
    }
}
