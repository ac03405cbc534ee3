package colophon.commands.imports.running;

import static colophon.commands.Reason.INVALID_ROW;
import static colophon.commands.Reason.KEY_REUSED;

import colophon.commands.Refusal;
import colophon.commands.desk.Barrier;
import colophon.commands.desk.CommandGate;
import colophon.commands.desk.CommandRequest;
import colophon.commands.desk.CommandRequest.Key;
import colophon.commands.desk.CommandRequest.Within;
import colophon.commands.desk.Scope;
import colophon.commands.desk.Standing;
import colophon.commands.desk.Subjects;
import colophon.commands.imports.CancelImport;
import colophon.commands.imports.FinishCancellation;
import colophon.commands.imports.FinishImport;
import colophon.commands.imports.FinishReversal;
import colophon.commands.imports.Import;
import colophon.commands.imports.claim.Claims;
import colophon.commands.imports.running.RowFile.Row;
import colophon.commands.imports.running.Uploads.Left;
import colophon.commands.reply.Reply;
import colophon.commands.student.Student;
import colophon.events.imports.ImportKind;
import colophon.events.imports.ImportReversalStarted;
import colophon.events.imports.ImportStarted;

import jakarta.validation.Validator;

import org.axonframework.common.AxonTransientException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Carries out imports row by row. Each row has its own key, which no client can send. The result of
 * a row is the answer kept for its key and nothing else, so a crash at any point loses nothing, and
 * the next start continues where the last one stopped. The rights of the account that began it are
 * checked before the first row and again every few rows, also after a restart.
 */
final class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final long LONGEST_PAUSE = 2_000;

    /** Rows that are begun between two checks of the rights. */
    private static final int BATCH = 16;

    /** The account of commands that the server sends itself. */
    private static final String ITSELF = "imports";

    private static final String NOT_NOW =
            "The row could not be checked: a system that it needs does not answer.";
    private static final String FAILED =
            "The row could not be handled; the log of the server says why.";
    private static final String OTHER = "The key of this row was used for another request.";

    private final CommandGate gate;
    private final Subjects subjects;
    private final Barrier barrier;
    private final Routes routes;
    private final Uploads uploads;
    private final JsonMapper json;
    private final Validator validator;
    private final Claims claims;
    private final Standing standing;
    private final Places places;
    private final Set<String> failed = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Progress> atWork = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    Imports(
            CommandGate gate,
            Subjects subjects,
            Barrier barrier,
            Routes routes,
            Uploads uploads,
            JsonMapper json,
            Validator validator,
            Claims claims,
            Standing standing,
            Places places) {
        this.gate = gate;
        this.subjects = subjects;
        this.barrier = barrier;
        this.routes = routes;
        this.uploads = uploads;
        this.json = json;
        this.validator = validator;
        this.claims = claims;
        this.standing = standing;
        this.places = places;
    }

    /** The form of the rows of a kind. */
    RowForm form(ImportKind kind) {
        var target = Target.of(kind);
        return new RowForm(
                routes.post(target.route()).body(), target.pathColumn(), json, validator);
    }

    /** The state of an import, begun by any process. */
    Import state(String importId) {
        barrier.pass();
        return subjects.read(Import.SUBJECT.stream(importId));
    }

    /**
     * The progress of an import or its reversal, in this or another process; null if no process is
     * working on it.
     */
    @Nullable Progress progress(String importId) {
        var here = atWork.get(importId);
        if (here != null) return here;
        var there = claims.seen(importId);
        return there == null ? null : new Progress(there);
    }

    /**
     * Continues an import, unless a process is working on it already. When this returns, every
     * process sees that it is being worked on.
     */
    void goOn(String importId) {
        if (stopping || atWork.containsKey(importId) || !claims.take(importId)) return;
        if (atWork.putIfAbsent(importId, new Progress()) != null) return;
        var place = places.take(beganBy(subjects.read(Import.SUBJECT.stream(importId))));
        workers.execute(
                () -> {
                    try (place) {
                        work(importId);
                    }
                });
    }

    private static String beganBy(Import known) {
        return switch (known) {
            case Import.Running running -> running.as().startedBy();
            case Import.Reversing reversing -> reversing.reversal().startedBy();
            case Import.Unknown _, Import.Finished _, Import.Reversed _ -> ITSELF;
        };
    }

    /** Claims an import early, so that no query sees it without a process. */
    void announce(String importId) {
        if (isIdle(importId)) claims.take(importId);
    }

    /** True if this process is not working on it. */
    boolean isIdle(String importId) {
        return !atWork.containsKey(importId);
    }

    /** Removes that claim again, unless this process is working on the import. */
    void withdraw(String importId) {
        if (isIdle(importId)) claims.done(importId);
    }

    /**
     * Reports the progress of all imports here, and stops those that another process has claimed.
     */
    void tellHowFar() {
        atWork.forEach(
                (importId, progress) -> {
                    if (!claims.tell(importId, progress.counts())) progress.goesOnElsewhere();
                });
    }

    /**
     * Continues imports that another process has left, if they need no file or the file is here.
     * Deletes files whose rows another process has carried out.
     */
    void lookForLeftOnes() {
        for (var importId : claims.left()) {
            if (atWork.containsKey(importId) || failed.contains(importId)) continue;
            switch (state(importId)) {
                case Import.Running running
                        when running.cancellation() != null || Files.exists(file(running.as())) ->
                        goOn(importId);
                case Import.Reversing _ -> goOn(importId);
                case Import.Unknown _, Import.Finished _, Import.Reversed _ -> {
                    // its process ended before the decision or after the last row
                    if (claims.take(importId)) claims.done(importId);
                }
                default -> {}
            }
        }
        for (var left : uploads.left())
            if (!atWork.containsKey(left.importId())
                    && !failed.contains(left.importId())
                    && uploads.isOld(left)) goOn(left);
    }

    /** Continues everything that the last run of the server left. */
    void goOnWithAll() {
        uploads.left().forEach(this::goOn);
    }

    private void goOn(Left left) {
        var known = state(left.importId());
        if (known instanceof Import.Running || known instanceof Import.Reversing)
            goOn(left.importId());
        else uploads.forget(left.importId());
    }

    /** Begins no further rows, and waits until the rows under way have their results. */
    void stop() {
        stopping = true;
        workers.shutdown();
        try {
            if (!workers.awaitTermination(20, TimeUnit.SECONDS))
                LOG.warn("Imports: a row did not end in time; the next start continues it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The result of the row on a line; null if it has no result yet or there is no such row. */
    @Nullable Outcome outcome(Import known, ImportStarted as, int line) {
        var outcome = kept(line, keyed(as, line));
        if (outcome == null) return null;
        var reversals = Import.reversals(known);
        Outcome last = null;
        for (int attempt = 0; attempt < reversals.size(); attempt++) {
            var back = kept(line, keyed(as, outcome, reversals.get(attempt), attempt));
            if (back == null) continue;
            if (back.reason() == null) return outcome.reversed("reversed");
            last = outcome.reversed(back.reason());
        }
        return last == null ? outcome : last;
    }

    /** Tries each row, one by one, against the state at that moment. */
    void rehearse(DryRun dryRun, Scope scope, String grant, Path file, Places.Place place) {
        uploads.rehearsing(file, dryRun.digest());
        workers.execute(
                () -> {
                    try (place) {
                        rehearseRows(dryRun, scope, grant, file);
                    } catch (Stopped | Ended e) {
                        LOG.info("{}: not finished: {}", dryRun.id(), e.getMessage());
                    } catch (RuntimeException e) {
                        LOG.error("{}: stopped by an error", dryRun.id(), e);
                    } finally {
                        dryRun.end();
                        uploads.delete(file);
                    }
                });
    }

    private void rehearseRows(DryRun dryRun, Scope scope, String grant, Path file) {
        var form = form(dryRun.kind());
        var route = routes.post(Target.of(dryRun.kind()).route());
        var asker =
                new Asker(
                        scope.account(), grant, route.name(), scope.institutions(), new Progress());
        new RowFile(file)
                .each(
                        row -> {
                            if (dryRun.isEnded()) throw new Ended("cancelled");
                            if (asker.isDue()) askAgain(asker);
                            if (stopping) throw new Stopped();
                            var id = form.named(row.cells());
                            var within = within(dryRun.id(), scope, id, true, null);
                            dryRun.add(rehearsed(row, form, route, dryRun, within));
                        });
    }

    private Outcome rehearsed(
            Row row, RowForm form, Routes.Route route, DryRun dryRun, Within within) {
        try {
            var request = form.request(row.cells(), idOfItsOwn(dryRun.digest(), row.line()));
            if (dryRun.kind() == ImportKind.STUDENTS && isNobody(request.id()))
                return outcome(row, Outcome.ACCEPTED, request.id(), null, null);
            var pathId = Target.of(dryRun.kind()).pathColumn() == null ? null : request.id();
            var answer = route.send(pathId, request.body(), within);
            var status = answer.getStatusCode().value();
            var body = Objects.requireNonNull(answer.getBody());
            // a recorded outcome is answered with 200 the first time too
            var changes = status == 201 || pathId != null;
            return Outcome.of(
                    row.line(),
                    new Reply("", new byte[0], status, "application/json", body),
                    changes,
                    json);
        } catch (InvalidRow e) {
            return refused(row, form, e.detail());
        } catch (AxonTransientException e) {
            return refused(row, form, NOT_NOW);
        } catch (RuntimeException e) {
            LOG.error("{}, line {}", dryRun.id(), row.line(), e);
            return refused(row, form, FAILED);
        }
    }

    /** A dry run must not seal the name of a new student, since that would leave a key behind. */
    private boolean isNobody(String studentId) {
        return subjects.read(Student.SUBJECT.stream(studentId)) instanceof Student.Unknown;
    }

    private static Outcome refused(Row row, RowForm form, String detail) {
        var id = form.named(row.cells());
        return outcome(row, Outcome.REFUSED, id, INVALID_ROW.word(), detail);
    }

    private static Outcome outcome(
            Row row,
            String status,
            @Nullable String id,
            @Nullable String reason,
            @Nullable String detail) {
        return new Outcome(row.line(), status, id, reason, detail, null);
    }

    private void work(String importId) {
        var done = false;
        var outage = false;
        try {
            switch (state(importId)) {
                case Import.Running running -> done = carryOut(running);
                case Import.Reversing reversing -> done = takeBack(reversing);
                default -> {
                    uploads.forget(importId);
                    done = true;
                }
            }
        } catch (Stopped _) {
            LOG.info("Import {}: another process, or the next start, continues it", importId);
        } catch (AxonTransientException e) {
            outage = true;
            LOG.warn(
                    "Import {}: waits for a system that does not answer: {}",
                    importId,
                    e.getMessage());
        } catch (RuntimeException e) {
            failed.add(importId);
            LOG.error("Import {}: stopped by an error; the next start continues it", importId, e);
        } finally {
            settleClaim(importId, done);
            atWork.remove(importId);
        }
        if (outage) goOnLater(importId);
    }

    /** Tries again after a pause, since nothing else in this process picks the import up again. */
    private void goOnLater(String importId) {
        try {
            while (!stopping) {
                pause(LONGEST_PAUSE);
                if (isTakenUp(importId)) return;
            }
        } catch (Stopped _) {
            // the next start continues it
        }
    }

    private boolean isTakenUp(String importId) {
        try {
            goOn(importId);
            return true;
        } catch (AxonTransientException _) {
            return false;
        }
    }

    /** If this fails, the claim still ends when no reports follow. */
    private void settleClaim(String importId, boolean done) {
        try {
            if (done) claims.done(importId);
            else claims.leave(importId);
        } catch (RuntimeException e) {
            LOG.debug("Import {}: its claim will expire", importId, e);
        }
    }

    private Path file(ImportStarted as) {
        return uploads.rows(as.importId(), as.digest());
    }

    /** False if the file is not here. */
    private boolean carryOut(Import.Running running) {
        var as = running.as();
        if (running.cancellation() == null) {
            if (!Files.exists(file(as))) {
                LOG.error("Import {}: its file is gone; send it again to continue", as.importId());
                return false;
            }
            try {
                carryOutRows(as);
                uploads.forget(as.importId());
                return true;
            } catch (Ended e) {
                end(as.importId(), e);
            }
        }
        var counts = counted(as);
        settle(
                new FinishCancellation(
                        as.importId(), counts.accepted(), counts.refused(), counts.repeated()));
        uploads.forget(as.importId());
        told(as, "cancelled", counts);
        return true;
    }

    private void carryOutRows(ImportStarted as) {
        var progress = Objects.requireNonNull(atWork.get(as.importId()));
        var target = Target.of(as.kind());
        var form = form(as.kind());
        var route = routes.post(target.route());
        var asker =
                new Asker(as.startedBy(), as.grant(), route.name(), as.institutionIds(), progress);
        askAgain(asker);
        try (var lanes = new Lanes()) {
            new RowFile(file(as))
                    .each(
                            row ->
                                    lanes.put(
                                            row.cells().getOrDefault(target.lane(), ""),
                                            () ->
                                                    progress.count(
                                                            answered(
                                                                    as, row, form, route, asker))));
        }
        settle(
                new FinishImport(
                        as.importId(),
                        progress.accepted(),
                        progress.refused(),
                        progress.repeated()));
        told(as, "done", progress);
    }

    private static void told(ImportStarted as, String how, Progress progress) {
        LOG.info(
                "Import {} {}: {} rows accepted, {} refused, {} repeated",
                as.importId(),
                how,
                progress.accepted(),
                progress.refused(),
                progress.repeated());
    }

    /** Counts the results of all rows so far, across processes and restarts. */
    private Progress counted(ImportStarted as) {
        var counts = new Progress();
        try (var lanes = new Lanes()) {
            for (int line = 2; line <= as.lastLine(); line++) {
                int number = line;
                lanes.put(
                        String.valueOf(line),
                        () -> {
                            var outcome = kept(number, keyed(as, number));
                            if (outcome != null) counts.count(outcome);
                        });
            }
        }
        return counts;
    }

    /** Records the end of the import in the event log, unless it is recorded there already. */
    private void end(String importId, Ended ended) {
        var why = ended.why();
        if (why == null) return;
        LOG.warn("Import {} is stopped: {}", importId, why);
        settle(new CancelImport(importId, why, null));
    }

    private Outcome answered(
            ImportStarted as, Row row, RowForm form, Routes.Route route, Asker asker) {
        var within =
                within(
                        as.importId(),
                        scope(as),
                        form.named(row.cells()),
                        false,
                        rowKey(as, row.line()));
        return untilAnswered(
                as.importId(),
                row.line(),
                CommandRequest.of("", within),
                asker,
                () -> send(as, row, form, route, within));
    }

    private void send(ImportStarted as, Row row, RowForm form, Routes.Route route, Within within) {
        var byPath = Target.of(as.kind()).pathColumn() != null;
        try {
            var request = form.request(row.cells(), idOfItsOwn(as.digest(), row.line()));
            route.send(byPath ? request.id() : null, request.body(), within);
        } catch (InvalidRow e) {
            refuse(within, e.detail());
        } catch (AxonTransientException e) {
            throw e; // the row has no result yet: it is sent again
        } catch (RuntimeException e) {
            LOG.error("Import {}, line {}", as.importId(), row.line(), e);
            refuse(within, FAILED);
        }
    }

    private void refuse(Within within, String detail) {
        gate.refuse(CommandRequest.of("", within), "", new Refusal(INVALID_ROW, detail));
    }

    private boolean takeBack(Import.Reversing reversing) {
        var as = reversing.of().as();
        if (reversing.cancellation() == null)
            try {
                takeBackRows(reversing);
                uploads.forget(as.importId());
                return true;
            } catch (Ended e) {
                end(as.importId(), e);
            }
        var counts = countedBack(reversing);
        settle(
                new FinishCancellation(
                        as.importId(), counts.accepted() + counts.repeated(), counts.refused(), 0));
        uploads.forget(as.importId());
        return true;
    }

    private void takeBackRows(Import.Reversing reversing) {
        var as = reversing.of().as();
        var reversal = reversing.reversal();
        var by = Objects.requireNonNull(Target.of(as.kind()).takeBack());
        var progress = Objects.requireNonNull(atWork.get(as.importId()));
        var route = routes.post(by.route());
        var asker =
                new Asker(
                        reversal.startedBy(),
                        reversal.grant(),
                        route.name(),
                        reversal.institutionIds(),
                        progress);
        askAgain(asker);
        try (var lanes = new Lanes()) {
            // last row first
            for (int line = as.lastLine(); line > 1; line--) {
                var made = kept(line, keyed(as, line));
                if (made == null || !made.status().equals(Outcome.ACCEPTED)) continue;
                lanes.put(
                        String.valueOf(made.id()),
                        () -> progress.count(takenBack(reversing, made, route, asker)));
            }
        }
        settle(
                new FinishReversal(
                        as.importId(),
                        progress.accepted() + progress.repeated(),
                        progress.refused()));
    }

    private Outcome takenBack(
            Import.Reversing reversing, Outcome made, Routes.Route route, Asker asker) {
        var as = reversing.of().as();
        var reversal = reversing.reversal();
        var asked = keyed(as, made, reversal, reversing.of().attempts().size());
        return untilAnswered(
                as.importId(),
                made.line(),
                asked,
                asker,
                () -> {
                    var body = json.createObjectNode();
                    body.put("reason", reversal.reason());
                    route.send(
                            made.id(),
                            json.treeToValue(body, route.body()),
                            Objects.requireNonNull(asked.within()));
                });
    }

    private Progress countedBack(Import.Reversing reversing) {
        var as = reversing.of().as();
        var counts = new Progress();
        try (var lanes = new Lanes()) {
            for (int line = 2; line <= as.lastLine(); line++) {
                int number = line;
                lanes.put(
                        String.valueOf(line),
                        () -> {
                            var made = kept(number, keyed(as, number));
                            if (made == null) return;
                            var attempt = reversing.of().attempts().size();
                            var asked = keyed(as, made, reversing.reversal(), attempt);
                            var back = kept(number, asked);
                            if (back != null) counts.count(back);
                        });
            }
        }
        return counts;
    }

    /**
     * Repeats the request until its answer is kept. Answers such as too many at once, a full disk
     * or an unknown outcome are not kept.
     */
    private Outcome untilAnswered(
            String importId, int line, CommandRequest asked, Asker asker, Runnable send) {
        for (long pause = 5; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
            try {
                var outcome = kept(line, asked);
                if (outcome != null) return outcome;
                mayBegin(importId, asker);
                send.run();
                outcome = kept(line, asked);
                if (outcome != null) return outcome;
            } catch (AxonTransientException e) {
                LOG.debug("Import {}, line {}: trying again", importId, line, e);
                if (stopping || asker.progress().isElsewhere()) throw new Stopped();
            }
            pause(pause);
        }
    }

    /**
     * The account in whose name rows are carried out, and the rows begun so far.
     *
     * @param route route of the request that a row stands for
     */
    private record Asker(
            String who,
            @Nullable String grant,
            String route,
            @Nullable Set<String> institutionIds,
            Progress progress,
            AtomicInteger begun) {

        Asker(
                String who,
                @Nullable String grant,
                String route,
                @Nullable Set<String> institutionIds,
                Progress progress) {
            this(who, grant, route, institutionIds, progress, new AtomicInteger());
        }

        boolean isDue() {
            return begun.getAndIncrement() % BATCH == 0;
        }
    }

    /** Throws Stopped or Ended if no further row may begin. */
    private void mayBegin(String importId, Asker asker) {
        if (stopping || asker.progress().isElsewhere()) throw new Stopped();
        if (Import.isEnding(subjects.read(Import.SUBJECT.stream(importId)))) throw new Ended(null);
        if (asker.isDue()) askAgain(asker);
    }

    /**
     * Checks the rights of the account. Waits if they cannot be read, so that no row runs
     * unchecked.
     */
    private void askAgain(Asker asker) {
        for (long pause = 5; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
            if (stopping || asker.progress().isElsewhere()) throw new Stopped();
            try {
                var why =
                        standing.ended(
                                asker.who(), asker.grant(), asker.route(), asker.institutionIds());
                if (why.isPresent()) throw new Ended(why.get());
                return;
            } catch (Ended e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn(
                        "Imports: the rights of {} cannot be read: {}",
                        asker.who(),
                        e.getMessage());
            }
            pause(pause);
        }
    }

    private void settle(Object command) {
        var request = CommandRequest.of("", new Within(ITSELF, "/api/v1/imports", false));
        for (long pause = 5; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
            // a refusal means that another process has settled it in the meantime
            if (!gate.answer(request, "", command).getStatusCode().is5xxServerError()) return;
            if (stopping) throw new Stopped();
            pause(pause);
        }
    }

    /**
     * The result kept under this key; null if there is none. If the key was used for another
     * request, the row counts as refused.
     */
    private @Nullable Outcome kept(int line, CommandRequest asked) {
        var kept = gate.kept(asked);
        if (kept == null) return null;
        if (gate.answers(kept, asked))
            return Outcome.of(line, kept.reply(), kept.position() > 0, json);
        return new Outcome(line, Outcome.REFUSED, null, KEY_REUSED.word(), OTHER, null);
    }

    private static CommandRequest keyed(ImportStarted as, int line) {
        return CommandRequest.of(
                "", within(as.importId(), scope(as), null, false, rowKey(as, line)));
    }

    /** The digest of the file and the line identify a row for ever. */
    private static Key rowKey(ImportStarted as, int line) {
        return new Key(
                "import:" + as.importId() + ":" + line, List.of(as.kind(), as.digest(), line));
    }

    private static CommandRequest keyed(
            ImportStarted as, Outcome made, ImportReversalStarted reversal, int attempt) {
        var key =
                new Key(
                        "import:" + as.importId() + ":" + made.line() + ":reversal:" + attempt,
                        List.of(as.digest(), made.line(), made.id() + "", reversal.reason()));
        return CommandRequest.of("", within(as.importId(), scope(reversal), made.id(), false, key));
    }

    /** An import may do no more than the account that began it, also after a restart. */
    private static Scope scope(ImportStarted as) {
        return Scope.of(as.startedBy(), as.institutionIds());
    }

    private static Scope scope(ImportReversalStarted reversal) {
        return Scope.of(reversal.startedBy(), reversal.institutionIds());
    }

    /**
     * The instance carries the id that a row is about, since a refusal has no other place for it.
     */
    private static Within within(
            String importId,
            Scope scope,
            @Nullable String id,
            boolean rehearsal,
            @Nullable Key key) {
        var instance = "/api/v1/imports/" + importId + "/rows#";
        return new Within(
                scope.account(),
                id == null ? instance.replace("#", "") : instance + id,
                rehearsal,
                scope,
                key);
    }

    /** The same id for the same line of the same file, so that no import makes a thing twice. */
    static String idOfItsOwn(String digest, int line) {
        return "row-" + digest + "-" + line;
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    /** The server stops or another process has claimed the import; the rest is done there. */
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super("stopping", null, false, false);
        }
    }

    /** The import was cancelled, or its account lost the right to go on. */
    private static final class Ended extends RuntimeException {

        private final @Nullable String why;

        Ended(@Nullable String why) {
            super(why, null, false, false);
            this.why = why;
        }

        /** The reason, or null if the event log has it already. */
        @Nullable String why() {
            return why;
        }
    }
}
