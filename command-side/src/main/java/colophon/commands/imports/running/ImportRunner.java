package colophon.commands.imports.running;

import static colophon.commands.Reason.INVALID_ROW;
import static colophon.commands.Reason.KEY_REUSED;

import colophon.commands.Refusal;
import colophon.commands.access.AuthorizationRecheck;
import colophon.commands.access.WriteAccess;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.gateway.CommandRequest.InternalKey;
import colophon.commands.gateway.CommandRequest.InternalOrigin;
import colophon.commands.imports.CancelImport;
import colophon.commands.imports.FinishCancellation;
import colophon.commands.imports.FinishImport;
import colophon.commands.imports.FinishReversal;
import colophon.commands.imports.Import;
import colophon.commands.imports.claim.ImportClaims;
import colophon.commands.imports.running.ImportFiles.LeftoverFile;
import colophon.commands.imports.running.RowFile.Row;
import colophon.commands.loading.Barrier;
import colophon.commands.loading.StateStore;
import colophon.commands.reply.Reply;
import colophon.commands.student.Student;
import colophon.events.imports.ImportKind;
import colophon.events.imports.ImportReversalStarted;
import colophon.events.imports.ImportStarted;
import colophon.events.privacy.Seals;

import jakarta.validation.Validator;

import org.axonframework.common.AxonTransientException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;

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
final class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
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

    private final CommandGateway gateway;
    private final StateStore states;
    private final Barrier barrier;
    private final Seals seals;
    private final ImportFiles files;
    private final JsonMapper json;
    private final Validator validator;
    private final ImportClaims claims;
    private final AuthorizationRecheck recheck;
    private final ConcurrentImportLimit limit;
    private final Set<String> failed = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, RowProgress> atWork = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    ImportRunner(
            CommandGateway gateway,
            StateStore states,
            Barrier barrier,
            Seals seals,
            ImportFiles files,
            JsonMapper json,
            Validator validator,
            ImportClaims claims,
            AuthorizationRecheck recheck,
            ConcurrentImportLimit limit) {
        this.gateway = gateway;
        this.states = states;
        this.barrier = barrier;
        this.seals = seals;
        this.files = files;
        this.json = json;
        this.validator = validator;
        this.claims = claims;
        this.recheck = recheck;
        this.limit = limit;
    }

    /** The form of the rows of a kind. */
    RowMapping form(ImportKind kind) {
        var target = ImportTarget.of(kind);
        return new RowMapping(target.request().body(), target.pathColumn(), json, validator);
    }

    /** The state of an import, begun by any process. */
    Import state(String importId) {
        barrier.pass();
        return states.read(Import.STREAM.stream(importId));
    }

    /**
     * The progress of an import or its reversal, in this or another process; null if no process is
     * working on it.
     */
    @Nullable RowProgress progress(String importId) {
        var here = atWork.get(importId);
        if (here != null) return here;
        var there = claims.progress(importId);
        return there == null ? null : new RowProgress(there);
    }

    /**
     * Continues an import, unless a process is working on it already. When this returns, every
     * process sees that it is being worked on.
     */
    void goOn(String importId) {
        if (stopping || atWork.containsKey(importId) || !claims.take(importId)) return;
        if (atWork.putIfAbsent(importId, new RowProgress()) != null) return;
        var place = limit.take(beganBy(states.read(Import.STREAM.stream(importId))));
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
                    if (!claims.report(importId, progress.counts())) progress.goesOnElsewhere();
                });
    }

    /**
     * Continues imports that another process has left, if they need no file or the file is here.
     * Deletes files whose rows another process has carried out.
     */
    void lookForLeftOnes() {
        for (var importId : claims.abandoned()) {
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
        for (var left : files.leftovers())
            if (!atWork.containsKey(left.importId())
                    && !failed.contains(left.importId())
                    && files.isOld(left)) goOn(left);
    }

    /** Continues everything that the last run of the server left. */
    void goOnWithAll() {
        files.leftovers().forEach(this::goOn);
    }

    private void goOn(LeftoverFile left) {
        var known = state(left.importId());
        if (known instanceof Import.Running || known instanceof Import.Reversing)
            goOn(left.importId());
        else files.forget(left.importId());
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
    @Nullable RowOutcome outcome(Import known, ImportStarted as, int line) {
        var outcome = kept(line, keyed(as, line));
        if (outcome == null) return null;
        var reversals = Import.reversals(known);
        RowOutcome last = null;
        for (int attempt = 0; attempt < reversals.size(); attempt++) {
            var back = kept(line, keyed(as, outcome, reversals.get(attempt), attempt));
            if (back == null) continue;
            if (back.reason() == null) return outcome.reversed("reversed");
            last = outcome.reversed(back.reason());
        }
        return last == null ? outcome : last;
    }

    /** Tries each row, one by one, against the state at that moment. */
    void rehearse(
            DryRun dryRun,
            WriteAccess access,
            String grant,
            Path file,
            ConcurrentImportLimit.Permit place) {
        files.rehearsing(file, dryRun.digest());
        workers.execute(
                () -> {
                    try (place) {
                        rehearseRows(dryRun, access, grant, file);
                    } catch (StoppedException | AuthorizationEndedException e) {
                        LOG.info("{}: not finished: {}", dryRun.id(), e.getMessage());
                    } catch (RuntimeException e) {
                        LOG.error("{}: stopped by an error", dryRun.id(), e);
                    } finally {
                        dryRun.end();
                        files.delete(file);
                    }
                });
    }

    private void rehearseRows(DryRun dryRun, WriteAccess access, String grant, Path file) {
        var form = form(dryRun.kind());
        var target = ImportTarget.of(dryRun.kind()).request();
        var starter =
                new Starter(
                        access.account(),
                        grant,
                        target.name(),
                        access.institutions(),
                        new RowProgress());
        new RowFile(file)
                .each(
                        row -> {
                            if (dryRun.isEnded())
                                throw new AuthorizationEndedException("cancelled");
                            if (starter.isDue()) askAgain(starter);
                            if (stopping) throw new StoppedException();
                            var id = form.named(row.cells());
                            var within = origin(dryRun.id(), access, id, true, null);
                            dryRun.add(rehearsed(row, form, dryRun, within));
                        });
    }

    private RowOutcome rehearsed(Row row, RowMapping form, DryRun dryRun, InternalOrigin within) {
        try {
            var request = form.request(row.cells(), idOfItsOwn(dryRun.digest(), row.line()));
            if (dryRun.kind() == ImportKind.STUDENTS && isNobody(request.id()))
                return outcome(row, RowOutcome.ACCEPTED, request.id(), null, null);
            var target = ImportTarget.of(dryRun.kind());
            var pathId = target.pathColumn() == null ? null : request.id();
            var answer = send(target, pathId, request.body(), within);
            var status = answer.getStatusCode().value();
            var body = Objects.requireNonNull(answer.getBody());
            // a recorded outcome is answered with 200 the first time too
            var changes = status == 201 || pathId != null;
            return RowOutcome.of(
                    row.line(),
                    new Reply("", new byte[0], status, "application/json", body),
                    changes,
                    json);
        } catch (InvalidRowException e) {
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
        return states.read(Student.STREAM.stream(studentId)) instanceof Student.Unknown;
    }

    private static RowOutcome refused(Row row, RowMapping form, String detail) {
        var id = form.named(row.cells());
        return outcome(row, RowOutcome.REFUSED, id, INVALID_ROW.word(), detail);
    }

    private static RowOutcome outcome(
            Row row,
            String status,
            @Nullable String id,
            @Nullable String reason,
            @Nullable String detail) {
        return new RowOutcome(row.line(), status, id, reason, detail, null);
    }

    private void work(String importId) {
        var done = false;
        var outage = false;
        try {
            switch (state(importId)) {
                case Import.Running running -> done = carryOut(running);
                case Import.Reversing reversing -> done = reverse(reversing);
                default -> {
                    files.forget(importId);
                    done = true;
                }
            }
        } catch (StoppedException _) {
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
        } catch (StoppedException _) {
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
        return files.rows(as.importId(), as.digest());
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
                files.forget(as.importId());
                return true;
            } catch (AuthorizationEndedException e) {
                end(as.importId(), e);
            }
        }
        var counts = counted(as);
        settle(
                new FinishCancellation(
                        as.importId(), counts.accepted(), counts.refused(), counts.repeated()));
        files.forget(as.importId());
        logEnd(as, "cancelled", counts);
        return true;
    }

    private void carryOutRows(ImportStarted as) {
        var progress = Objects.requireNonNull(atWork.get(as.importId()));
        var target = ImportTarget.of(as.kind());
        var form = form(as.kind());
        var starter =
                new Starter(
                        as.startedBy(),
                        as.grant(),
                        target.request().name(),
                        as.institutionIds(),
                        progress);
        askAgain(starter);
        try (var lanes = new KeyedExecutor()) {
            new RowFile(file(as))
                    .each(
                            row ->
                                    lanes.put(
                                            row.cells().getOrDefault(target.lane(), ""),
                                            () ->
                                                    progress.count(
                                                            answered(as, row, form, starter))));
        }
        settle(
                new FinishImport(
                        as.importId(),
                        progress.accepted(),
                        progress.refused(),
                        progress.repeated()));
        logEnd(as, "done", progress);
    }

    private static void logEnd(ImportStarted as, String how, RowProgress progress) {
        LOG.info(
                "Import {} {}: {} rows accepted, {} refused, {} repeated",
                as.importId(),
                how,
                progress.accepted(),
                progress.refused(),
                progress.repeated());
    }

    /** Counts the results of all rows so far, across processes and restarts. */
    private RowProgress counted(ImportStarted as) {
        var counts = new RowProgress();
        try (var lanes = new KeyedExecutor()) {
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
    private void end(String importId, AuthorizationEndedException ended) {
        var why = ended.why();
        if (why == null) return;
        LOG.warn("Import {} is stopped: {}", importId, why);
        settle(new CancelImport(importId, why, null));
    }

    private RowOutcome answered(ImportStarted as, Row row, RowMapping form, Starter starter) {
        var within =
                origin(
                        as.importId(),
                        scope(as),
                        form.named(row.cells()),
                        false,
                        rowKey(as, row.line()));
        return untilAnswered(
                as.importId(),
                row.line(),
                CommandRequest.of("", within),
                starter,
                () -> send(as, row, form, within));
    }

    private void send(ImportStarted as, Row row, RowMapping form, InternalOrigin within) {
        var target = ImportTarget.of(as.kind());
        try {
            var request = form.request(row.cells(), idOfItsOwn(as.digest(), row.line()));
            var pathId = target.pathColumn() == null ? null : request.id();
            send(target, pathId, request.body(), within);
        } catch (InvalidRowException e) {
            refuse(within, e.detail());
        } catch (AxonTransientException e) {
            throw e; // the row has no result yet: it is sent again
        } catch (RuntimeException e) {
            LOG.error("Import {}, line {}", as.importId(), row.line(), e);
            refuse(within, FAILED);
        }
    }

    private ResponseEntity<byte[]> send(
            ImportTarget target, @Nullable String pathId, Object body, InternalOrigin within) {
        var request = target.request();
        return gateway.answer(
                request.request(pathId, within), body, request.command(pathId, body, seals));
    }

    private void refuse(InternalOrigin within, String detail) {
        gateway.refuse(CommandRequest.of("", within), "", new Refusal(INVALID_ROW, detail));
    }

    private boolean reverse(Import.Reversing reversing) {
        var as = reversing.of().as();
        if (reversing.cancellation() == null)
            try {
                reverseRows(reversing);
                files.forget(as.importId());
                return true;
            } catch (AuthorizationEndedException e) {
                end(as.importId(), e);
            }
        var counts = countedBack(reversing);
        settle(
                new FinishCancellation(
                        as.importId(), counts.accepted() + counts.repeated(), counts.refused(), 0));
        files.forget(as.importId());
        return true;
    }

    private void reverseRows(Import.Reversing reversing) {
        var as = reversing.of().as();
        var reversal = reversing.reversal();
        var by = Objects.requireNonNull(ImportTarget.of(as.kind()).reversal());
        var progress = Objects.requireNonNull(atWork.get(as.importId()));
        var starter =
                new Starter(
                        reversal.startedBy(),
                        reversal.grant(),
                        by.name(),
                        reversal.institutionIds(),
                        progress);
        askAgain(starter);
        try (var lanes = new KeyedExecutor()) {
            // last row first
            for (int line = as.lastLine(); line > 1; line--) {
                var made = kept(line, keyed(as, line));
                if (made == null || !made.status().equals(RowOutcome.ACCEPTED)) continue;
                lanes.put(
                        String.valueOf(made.id()),
                        () -> progress.count(reversedRow(reversing, made, by, starter)));
            }
        }
        settle(
                new FinishReversal(
                        as.importId(),
                        progress.accepted() + progress.repeated(),
                        progress.refused()));
    }

    private RowOutcome reversedRow(
            Import.Reversing reversing,
            RowOutcome made,
            ImportTarget.Reversal by,
            Starter starter) {
        var as = reversing.of().as();
        var reversal = reversing.reversal();
        var asked = keyed(as, made, reversal, reversing.of().attempts().size());
        return untilAnswered(
                as.importId(),
                made.line(),
                asked,
                starter,
                () -> {
                    var id = Objects.requireNonNull(made.id());
                    var within = Objects.requireNonNull(asked.within());
                    gateway.answer(
                            by.request(id, within),
                            reversal.reason(),
                            by.command().apply(id, reversal.reason()));
                });
    }

    private RowProgress countedBack(Import.Reversing reversing) {
        var as = reversing.of().as();
        var counts = new RowProgress();
        try (var lanes = new KeyedExecutor()) {
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
    private RowOutcome untilAnswered(
            String importId, int line, CommandRequest asked, Starter starter, Runnable send) {
        for (long pause = 5; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
            try {
                var outcome = kept(line, asked);
                if (outcome != null) return outcome;
                mayBegin(importId, starter);
                send.run();
                outcome = kept(line, asked);
                if (outcome != null) return outcome;
            } catch (AxonTransientException e) {
                LOG.debug("Import {}, line {}: trying again", importId, line, e);
                if (stopping || starter.progress().isElsewhere()) throw new StoppedException();
            }
            pause(pause);
        }
    }

    /**
     * The account in whose name rows are carried out, and the rows begun so far.
     *
     * @param route route of the request that a row stands for
     */
    private record Starter(
            String who,
            @Nullable String grant,
            String route,
            @Nullable Set<String> institutionIds,
            RowProgress progress,
            AtomicInteger begun) {

        Starter(
                String who,
                @Nullable String grant,
                String route,
                @Nullable Set<String> institutionIds,
                RowProgress progress) {
            this(who, grant, route, institutionIds, progress, new AtomicInteger());
        }

        boolean isDue() {
            return begun.getAndIncrement() % BATCH == 0;
        }
    }

    /** Throws Stopped or Ended if no further row may begin. */
    private void mayBegin(String importId, Starter starter) {
        if (stopping || starter.progress().isElsewhere()) throw new StoppedException();
        if (Import.isEnding(states.read(Import.STREAM.stream(importId))))
            throw new AuthorizationEndedException(null);
        if (starter.isDue()) askAgain(starter);
    }

    /**
     * Checks the rights of the account. Waits if they cannot be read, so that no row runs
     * unchecked.
     */
    private void askAgain(Starter starter) {
        for (long pause = 5; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
            if (stopping || starter.progress().isElsewhere()) throw new StoppedException();
            try {
                var why =
                        recheck.ended(
                                starter.who(),
                                starter.grant(),
                                starter.route(),
                                starter.institutionIds());
                if (why.isPresent()) throw new AuthorizationEndedException(why.get());
                return;
            } catch (AuthorizationEndedException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn(
                        "Imports: the rights of {} cannot be read: {}",
                        starter.who(),
                        e.getMessage());
            }
            pause(pause);
        }
    }

    private void settle(Object command) {
        var request = CommandRequest.of("", new InternalOrigin(ITSELF, "/api/v1/imports", false));
        for (long pause = 5; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
            // a refusal means that another process has settled it in the meantime
            if (!gateway.answer(request, "", command).getStatusCode().is5xxServerError()) return;
            if (stopping) throw new StoppedException();
            pause(pause);
        }
    }

    /**
     * The result kept under this key; null if there is none. If the key was used for another
     * request, the row counts as refused.
     */
    private @Nullable RowOutcome kept(int line, CommandRequest asked) {
        var kept = gateway.kept(asked);
        if (kept == null) return null;
        if (gateway.answers(kept, asked))
            return RowOutcome.of(line, kept.reply(), kept.position() > 0, json);
        return new RowOutcome(line, RowOutcome.REFUSED, null, KEY_REUSED.word(), OTHER, null);
    }

    private static CommandRequest keyed(ImportStarted as, int line) {
        return CommandRequest.of(
                "", origin(as.importId(), scope(as), null, false, rowKey(as, line)));
    }

    /** The digest of the file and the line identify a row for ever. */
    private static InternalKey rowKey(ImportStarted as, int line) {
        return new InternalKey(
                "import:" + as.importId() + ":" + line, List.of(as.kind(), as.digest(), line));
    }

    private static CommandRequest keyed(
            ImportStarted as, RowOutcome made, ImportReversalStarted reversal, int attempt) {
        var key =
                new InternalKey(
                        "import:" + as.importId() + ":" + made.line() + ":reversal:" + attempt,
                        List.of(as.digest(), made.line(), made.id() + "", reversal.reason()));
        return CommandRequest.of("", origin(as.importId(), scope(reversal), made.id(), false, key));
    }

    /** An import may do no more than the account that began it, also after a restart. */
    private static WriteAccess scope(ImportStarted as) {
        return WriteAccess.of(as.startedBy(), as.institutionIds());
    }

    private static WriteAccess scope(ImportReversalStarted reversal) {
        return WriteAccess.of(reversal.startedBy(), reversal.institutionIds());
    }

    /**
     * The instance carries the id that a row is about, since a refusal has no other place for it.
     */
    private static InternalOrigin origin(
            String importId,
            WriteAccess access,
            @Nullable String id,
            boolean rehearsal,
            @Nullable InternalKey key) {
        var instance = "/api/v1/imports/" + importId + "/rows#";
        return new InternalOrigin(
                access.account(),
                id == null ? instance.replace("#", "") : instance + id,
                rehearsal,
                access,
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
            throw new StoppedException();
        }
    }

    /** The server stops or another process has claimed the import; the rest is done there. */
    private static final class StoppedException extends RuntimeException {
        StoppedException() {
            super("stopping", null, false, false);
        }
    }

    /** The import was cancelled, or its account lost the right to go on. */
    private static final class AuthorizationEndedException extends RuntimeException {

        private final @Nullable String why;

        AuthorizationEndedException(@Nullable String why) {
            super(why, null, false, false);
            this.why = why;
        }

        /** The reason, or null if the event log has it already. */
        @Nullable String why() {
            return why;
        }
    }
}
