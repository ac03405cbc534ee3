package colophon.commands.imports.running;

import colophon.api.access.AuthorizationRecheck;
import colophon.api.access.WriteAccess;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.imports.Import;
import colophon.commands.imports.claim.ImportClaims;
import colophon.commands.imports.rows.ImportFiles;
import colophon.commands.imports.rows.ImportFiles.LeftoverFile;
import colophon.commands.imports.rows.RowKeys;
import colophon.commands.imports.rows.RowMapping;
import colophon.commands.imports.rows.RowOutcome;
import colophon.commands.loading.Barrier;
import colophon.commands.loading.StateStore;
import colophon.events.imports.ImportKind;
import colophon.events.imports.ImportStarted;
import colophon.events.privacy.Seals;

import jakarta.validation.Validator;

import org.axonframework.common.AxonTransientException;
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
 * Carries out imports row by row. Each row has its own key, which no client can send. The result of
 * a row is the answer kept for its key and nothing else, so a crash at any point loses nothing, and
 * the next start continues where the last one stopped. The rights of the account that began it are
 * checked before the first row and again every few rows, also after a restart.
 */
public final class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    private final StateStore states;
    private final Barrier barrier;
    private final ImportFiles files;
    private final JsonMapper json;
    private final Validator validator;
    private final ImportClaims claims;
    private final RowSender sender;
    private final DryRunExecution dryRuns;
    private final ImportExecution imports;
    private final ReversalExecution reversals;
    private final ConcurrentImportLimit limit;
    private final Set<String> failed = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, RowProgress> atWork = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

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
        this.states = states;
        this.barrier = barrier;
        this.files = files;
        this.json = json;
        this.validator = validator;
        this.claims = claims;
        this.limit = limit;
        this.sender = new RowSender(gateway, states, seals, json, recheck);
        this.dryRuns = new DryRunExecution(sender, states, json, validator);
        this.imports = new ImportExecution(sender, files, json, validator);
        this.reversals = new ReversalExecution(sender, files);
    }

    /** The form of the rows of a kind. */
    public RowMapping form(ImportKind kind) {
        return RowMapping.of(kind, json, validator);
    }

    /** The state of an import, begun by any process. */
    public Import state(String importId) {
        barrier.pass();
        return states.read(Import.STREAM.stream(importId));
    }

    /**
     * The progress of an import or its reversal, in this or another process; null if no process is
     * working on it.
     */
    public @Nullable RowProgress progress(String importId) {
        var here = atWork.get(importId);
        if (here != null) return here;
        var there = claims.progress(importId);
        return there == null ? null : new RowProgress(there);
    }

    /**
     * Continues an import, unless a process is working on it already. When this returns, every
     * process sees that it is being worked on.
     */
    public void goOn(String importId) {
        if (sender.isStopping() || atWork.containsKey(importId) || !claims.take(importId)) return;
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
            case Import.Unknown _, Import.Finished _, Import.Reversed _ -> RowSender.ITSELF;
        };
    }

    /** Claims an import early, so that no query sees it without a process. */
    public void announce(String importId) {
        if (isIdle(importId)) claims.take(importId);
    }

    /** True if this process is not working on it. */
    public boolean isIdle(String importId) {
        return !atWork.containsKey(importId);
    }

    /** Removes that claim again, unless this process is working on the import. */
    public void withdraw(String importId) {
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
                        when running.cancellation() != null
                                || Files.exists(files.rows(running.as())) ->
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
        sender.stop();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(20, TimeUnit.SECONDS))
                LOG.warn("Imports: a row did not end in time; the next start continues it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The result of the row on a line; null if it has no result yet or there is no such row. */
    public @Nullable RowOutcome outcome(Import known, ImportStarted as, int line) {
        var outcome = sender.kept(line, RowKeys.keyed(as, line));
        if (outcome == null) return null;
        var reversals = Import.reversals(known);
        RowOutcome last = null;
        for (int attempt = 0; attempt < reversals.size(); attempt++) {
            var back =
                    sender.kept(line, RowKeys.keyed(as, outcome, reversals.get(attempt), attempt));
            if (back == null) continue;
            if (back.reason() == null) return outcome.reversed("reversed");
            last = outcome.reversed(back.reason());
        }
        return last == null ? outcome : last;
    }

    /** Tries each row, one by one, against the state at that moment. */
    public void rehearse(
            DryRun dryRun,
            WriteAccess access,
            String grant,
            Path file,
            ConcurrentImportLimit.Permit place) {
        files.rehearsing(file, dryRun.digest());
        workers.execute(
                () -> {
                    try (place) {
                        dryRuns.tryRows(dryRun, access, grant, file);
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

    private void work(String importId) {
        var done = false;
        var outage = false;
        try {
            switch (state(importId)) {
                case Import.Running running ->
                        done = imports.carryOut(running, progress(running.as()));
                case Import.Reversing reversing -> {
                    reversals.reverse(reversing, progress(reversing.of().as()));
                    done = true;
                }
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
            while (!sender.isStopping()) {
                RowSender.pause(RowSender.LONGEST_PAUSE);
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

    private RowProgress progress(ImportStarted as) {
        return Objects.requireNonNull(atWork.get(as.importId()));
    }
}
