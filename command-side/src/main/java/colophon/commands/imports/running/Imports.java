package colophon.commands.imports.running;

import static colophon.commands.Reason.INVALID_ROW;

import colophon.commands.Refusal;
import colophon.commands.desk.Barrier;
import colophon.commands.desk.CommandGate;
import colophon.commands.desk.CommandRequest;
import colophon.commands.desk.CommandRequest.Within;
import colophon.commands.desk.Scope;
import colophon.commands.desk.Subjects;
import colophon.commands.imports.FinishImport;
import colophon.commands.imports.FinishReversal;
import colophon.commands.imports.Import;
import colophon.commands.imports.claim.Claims;
import colophon.commands.imports.running.RowFile.Row;
import colophon.commands.imports.running.Uploads.Left;
import colophon.commands.reply.KeptReply;
import colophon.commands.reply.Reply;
import colophon.commands.student.Student;
import colophon.events.imports.ImportKind;
import colophon.events.imports.ImportReversalStarted;
import colophon.events.imports.ImportStarted;

import jakarta.validation.Validator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Carries imports out, row by row, each under an idempotency key of its own. What became of a row
 * is known by the answer kept for its key, and by nothing else: so a crash loses nothing, whatever
 * it hits, and the next start goes on where the last one stopped.
 */
final class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final long LONGEST_PAUSE = 2_000;
    private static final String FAILED =
            "It could not be handled; the server's own output says why.";

    private final CommandGate gate;
    private final Subjects subjects;
    private final Barrier barrier;
    private final Routes routes;
    private final Uploads uploads;
    private final JsonMapper json;
    private final Validator validator;
    private final Claims claims;
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
            Claims claims) {
        this.gate = gate;
        this.subjects = subjects;
        this.barrier = barrier;
        this.routes = routes;
        this.uploads = uploads;
        this.json = json;
        this.validator = validator;
        this.claims = claims;
    }

    /** How the rows of a kind are read. */
    RowForm form(ImportKind kind) {
        var target = Target.of(kind);
        return new RowForm(
                routes.post(target.route()).body(), target.pathColumn(), json, validator);
    }

    /** What is known of an import, by whichever process it was begun. */
    Import state(String importId) {
        barrier.pass();
        return subjects.read(Import.SUBJECT.stream(importId));
    }

    /**
     * How far whichever process carries it out is with an import or its reversal; null while nobody
     * does anything for it.
     */
    @Nullable Progress progress(String importId) {
        var here = atWork.get(importId);
        if (here != null) return here;
        var there = claims.seen(importId);
        return there == null ? null : new Progress(there);
    }

    /**
     * Does what there is to do for an import; nothing if some process does so already. When this
     * returns, every process sees that somebody does.
     */
    void goOn(String importId) {
        if (stopping || atWork.containsKey(importId) || !claims.take(importId)) return;
        if (atWork.putIfAbsent(importId, new Progress()) != null) return;
        workers.execute(() -> work(importId));
    }

    /** Says that somebody is going to carry it out, before anybody can ask who. */
    void announce(String importId) {
        if (isIdle(importId)) claims.take(importId);
    }

    /** True if this process does nothing for it. */
    boolean isIdle(String importId) {
        return !atWork.containsKey(importId);
    }

    /** Takes that back; nothing happens if it is being carried out. */
    void withdraw(String importId) {
        if (isIdle(importId)) claims.done(importId);
    }

    /** Is heard of for all that is at work here, and stops with what another process has taken. */
    void tellHowFar() {
        atWork.forEach(
                (importId, progress) -> {
                    if (!claims.tell(importId, progress.counts())) progress.goesOnElsewhere();
                });
    }

    /**
     * Goes on with what another process has left, where that takes no file or the file is here; and
     * deletes files whose rows were carried out by another.
     */
    void lookForLeftOnes() {
        for (var importId : claims.left()) {
            if (atWork.containsKey(importId) || failed.contains(importId)) continue;
            switch (state(importId)) {
                case Import.Running running when Files.exists(file(running.as())) -> goOn(importId);
                case Import.Reversing _ -> goOn(importId);
                case Import.Unknown _, Import.Finished _, Import.Reversed _ -> {
                    // whoever had it ended before it was decided, or after its last answer
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

    /** Goes on with everything that another run of the program has left. */
    void goOnWithAll() {
        uploads.left().forEach(this::goOn);
    }

    private void goOn(Left left) {
        var known = state(left.importId());
        if (known instanceof Import.Running || known instanceof Import.Reversing)
            goOn(left.importId());
        else uploads.forget(left.importId());
    }

    /** Lets rows at work get their answers, begins no more, and waits until that is so. */
    void stop() {
        stopping = true;
        workers.shutdown();
        try {
            if (!workers.awaitTermination(20, TimeUnit.SECONDS))
                LOG.warn("Imports: a row did not end; the next start goes on with it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What became of the row on a line; null while it has no answer, or if there is none. */
    @Nullable Outcome outcome(Import known, ImportStarted as, int line) {
        var kept = gate.kept(keyed(as, line));
        if (kept == null) return null;
        var outcome = outcome(line, kept);
        var by =
                switch (known) {
                    case Import.Reversing now -> now.reversal().startedBy();
                    case Import.Reversed then -> then.reversal().startedBy();
                    default -> null;
                };
        if (by == null) return outcome;
        var back =
                gate.kept(
                        keyed(
                                reversalKey(as, line),
                                within(as.importId(), Scope.whole(by), null, false)));
        if (back == null) return outcome;
        var how = outcome(line, back);
        return outcome.reversed(how.reason() == null ? "reversed" : how.reason());
    }

    /** Finds out what would become of each row, one by one, against what is there then. */
    void rehearse(DryRun dryRun, Scope scope, Path file) {
        uploads.rehearsing(file, dryRun.digest());
        workers.execute(
                () -> {
                    try {
                        rehearseRows(dryRun, scope, file);
                    } catch (Stopped _) {
                        LOG.info("{}: not finished", dryRun.id());
                    } catch (RuntimeException e) {
                        LOG.error("{}: stopped where it was", dryRun.id(), e);
                    } finally {
                        dryRun.end();
                        uploads.delete(file);
                    }
                });
    }

    private void rehearseRows(DryRun dryRun, Scope scope, Path file) {
        var form = form(dryRun.kind());
        var route = routes.post(Target.of(dryRun.kind()).route());
        new RowFile(file)
                .each(
                        row -> {
                            if (stopping) throw new Stopped();
                            var id = form.named(row.cells());
                            var within = within(dryRun.id(), scope, id, true);
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
            var answer = route.send(pathId, request.body(), null, within);
            var status = answer.getStatusCode().value();
            var body = Objects.requireNonNull(answer.getBody());
            // an outcome is answered with 200 the first time too
            var changes = status == 201 || pathId != null;
            return Outcome.of(
                    row.line(),
                    new Reply("", new byte[0], status, "application/json", body),
                    changes,
                    json);
        } catch (InvalidRow e) {
            return refused(row, form, e.detail());
        } catch (RuntimeException e) {
            LOG.error("{}, line {}", dryRun.id(), row.line(), e);
            return refused(row, form, FAILED);
        }
    }

    /** Sealing a name makes a key, which stays: for somebody new it must not come to that. */
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
        try {
            switch (state(importId)) {
                case Import.Running running -> done = carryOut(running.as());
                case Import.Reversing reversing -> done = takeBack(reversing);
                default -> {
                    uploads.forget(importId);
                    done = true;
                }
            }
        } catch (Stopped _) {
            LOG.info("Import {}: somebody else, or the next start, goes on with it", importId);
        } catch (RuntimeException e) {
            failed.add(importId);
            LOG.error(
                    "Import {}: stopped where it was; the next start goes on with it", importId, e);
        } finally {
            settleClaim(importId, done);
            atWork.remove(importId);
        }
    }

    /** If that fails, others see in a while that nobody is heard of. */
    private void settleClaim(String importId, boolean done) {
        try {
            if (done) claims.done(importId);
            else claims.leave(importId);
        } catch (RuntimeException e) {
            LOG.debug("Import {}: its claim ends by itself", importId, e);
        }
    }

    private Path file(ImportStarted as) {
        return uploads.rows(as.importId(), as.digest());
    }

    /** False if the rows are not here. */
    private boolean carryOut(ImportStarted as) {
        var file = file(as);
        if (!Files.exists(file)) {
            LOG.error("Import {}: its file is gone; send it again to go on", as.importId());
            return false;
        }
        var progress = Objects.requireNonNull(atWork.get(as.importId()));
        var target = Target.of(as.kind());
        var form = form(as.kind());
        var route = routes.post(target.route());
        try (var lanes = new Lanes()) {
            new RowFile(file)
                    .each(
                            row ->
                                    lanes.put(
                                            row.cells().getOrDefault(target.lane(), ""),
                                            () -> progress.count(answered(as, row, form, route))));
        }
        settle(
                as.startedBy(),
                new FinishImport(
                        as.importId(),
                        progress.accepted(),
                        progress.refused(),
                        progress.repeated()));
        uploads.delete(file);
        LOG.info(
                "Import {}: {} rows accepted, {} refused, {} repeated",
                as.importId(),
                progress.accepted(),
                progress.refused(),
                progress.repeated());
        return true;
    }

    private Outcome answered(ImportStarted as, Row row, RowForm form, Routes.Route route) {
        var within = within(as.importId(), scope(as), form.named(row.cells()), false);
        var asked = keyed(as, row.line());
        return untilAnswered(
                as, row.line(), asked, () -> send(as, row, form, route, within, asked));
    }

    private void send(
            ImportStarted as,
            Row row,
            RowForm form,
            Routes.Route route,
            Within within,
            CommandRequest asked) {
        var byPath = Target.of(as.kind()).pathColumn() != null;
        try {
            var request = form.request(row.cells(), idOfItsOwn(as.digest(), row.line()));
            route.send(
                    byPath ? request.id() : null, request.body(), asked.idempotencyKey(), within);
        } catch (InvalidRow e) {
            refuse(asked, within, e.detail());
        } catch (RuntimeException e) {
            LOG.error("Import {}, line {}", as.importId(), row.line(), e);
            refuse(asked, within, FAILED);
        }
    }

    private void refuse(CommandRequest asked, Within within, String detail) {
        gate.refuse(
                new CommandRequest(
                        asked.route(), within.instance(), asked.idempotencyKey(), within),
                "",
                new Refusal(INVALID_ROW, detail));
    }

    private boolean takeBack(Import.Reversing reversing) {
        var as = reversing.as();
        var by = Objects.requireNonNull(Target.of(as.kind()).takeBack());
        var progress = Objects.requireNonNull(atWork.get(as.importId()));
        var route = routes.post(by.route());
        try (var lanes = new Lanes()) {
            // what came last goes first
            for (int line = as.lastLine(); line > 1; line--) {
                var kept = gate.kept(keyed(as, line));
                if (kept == null) continue;
                var made = outcome(line, kept);
                if (!made.status().equals(Outcome.ACCEPTED)) continue;
                lanes.put(
                        String.valueOf(made.id()),
                        () -> progress.count(takenBack(reversing, made, route)));
            }
        }
        settle(
                reversing.reversal().startedBy(),
                new FinishReversal(
                        as.importId(),
                        progress.accepted() + progress.repeated(),
                        progress.refused()));
        uploads.unmarkReversing(as.importId());
        return true;
    }

    private Outcome takenBack(Import.Reversing reversing, Outcome made, Routes.Route route) {
        var as = reversing.as();
        var within = within(as.importId(), scope(reversing.reversal()), made.id(), false);
        var asked = keyed(reversalKey(as, made.line()), within);
        return untilAnswered(
                as,
                made.line(),
                asked,
                () -> {
                    var body = json.createObjectNode();
                    body.put("reason", reversing.reversal().reason());
                    route.send(
                            made.id(),
                            json.treeToValue(body, route.body()),
                            asked.idempotencyKey(),
                            within);
                });
    }

    /** An answer that is not kept is none: too many at once, a full disk, an unknown outcome. */
    private Outcome untilAnswered(ImportStarted as, int line, CommandRequest asked, Runnable send) {
        var progress = Objects.requireNonNull(atWork.get(as.importId()));
        for (long pause = 5; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
            var kept = gate.kept(asked);
            if (kept != null) return outcome(line, kept);
            if (stopping || progress.isElsewhere()) throw new Stopped();
            send.run();
            kept = gate.kept(asked);
            if (kept != null) return outcome(line, kept);
            pause(pause);
        }
    }

    private void settle(String who, Object command) {
        var request = new CommandRequest("", "/api/v1/imports", null, new Within(who, "", false));
        for (long pause = 5; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
            if (gate.answer(request, "", command).getStatusCode().is2xxSuccessful()) return;
            if (stopping) throw new Stopped();
            pause(pause);
        }
    }

    private Outcome outcome(int line, KeptReply kept) {
        return Outcome.of(line, kept.reply(), kept.position() > 0, json);
    }

    private static CommandRequest keyed(ImportStarted as, int line) {
        var key = "import:" + as.importId() + ":" + line;
        return keyed(key, within(as.importId(), scope(as), null, false));
    }

    private static CommandRequest keyed(String key, Within within) {
        return new CommandRequest("", within.instance(), key, within);
    }

    private static String reversalKey(ImportStarted as, int line) {
        return "import:" + as.importId() + ":" + line + ":reversal";
    }

    /** Whoever began it may do no more by it than by themselves, also after the next start. */
    private static Scope scope(ImportStarted as) {
        return Scope.of(as.startedBy(), as.institutionIds());
    }

    private static Scope scope(ImportReversalStarted reversal) {
        return Scope.of(reversal.startedBy(), reversal.institutionIds());
    }

    /** The instance names what a row is about: a refusal has no other place for it. */
    private static Within within(
            String importId, Scope scope, @Nullable String id, boolean rehearsal) {
        var instance = "/api/v1/imports/" + importId + "/rows#";
        return new Within(
                scope.account(),
                id == null ? instance.replace("#", "") : instance + id,
                rehearsal,
                scope);
    }

    /** The same for the same line of the same file, so that no import makes a thing twice. */
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

    /** The program ends, or another process has taken it: what is not done yet is done there. */
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super("stopping", null, false, false);
        }
    }
}
