package colophon.commands.imports.running;

import static colophon.commands.Reason.INVALID_ROW;
import static colophon.commands.Reason.KEY_REUSED;

import colophon.api.access.AuthorizationRecheck;
import colophon.commands.Refusal;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.gateway.CommandRequest.InternalOrigin;
import colophon.commands.imports.CancelImport;
import colophon.commands.imports.Import;
import colophon.commands.imports.rows.ImportTarget;
import colophon.commands.imports.rows.RowMapping;
import colophon.commands.imports.rows.RowOutcome;
import colophon.commands.loading.StateStore;
import colophon.events.imports.ImportStarted;
import colophon.events.privacy.Seals;

import org.axonframework.common.AxonTransientException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;

import tools.jackson.databind.json.JsonMapper;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Sends the requests of rows until each has its answer, as long as the account may. The rights of
 * the account are checked before the first row and again every few rows, also after a restart.
 */
final class RowSender {

    private static final Logger LOG = LoggerFactory.getLogger(RowSender.class);

    /** Longest pause between two tries, in milliseconds. */
    static final long LONGEST_PAUSE = 2_000;

    /** Rows that are begun between two checks of the rights. */
    private static final int BATCH = 16;

    /** The account of commands that the server sends itself. */
    static final String ITSELF = "imports";

    private static final String OTHER = "The key of this row was used for another request.";

    private final CommandGateway gateway;
    private final StateStore states;
    private final Seals seals;
    private final JsonMapper json;
    private final AuthorizationRecheck recheck;
    private volatile boolean stopping;

    RowSender(
            CommandGateway gateway,
            StateStore states,
            Seals seals,
            JsonMapper json,
            AuthorizationRecheck recheck) {
        this.gateway = gateway;
        this.states = states;
        this.seals = seals;
        this.json = json;
        this.recheck = recheck;
    }

    /** Begins no further rows. */
    void stop() {
        stopping = true;
    }

    /** True if no further row may begin. */
    boolean isStopping() {
        return stopping;
    }

    /** Sends the request of a row once; the answer is kept if the origin has a key. */
    ResponseEntity<byte[]> send(
            ImportTarget target, RowMapping.Request row, InternalOrigin within) {
        var request = target.request();
        var pathId = target.isByPath() ? row.id() : null;
        return gateway.answer(
                request.request(pathId, within),
                row.body(),
                request.command(pathId, row.body(), seals));
    }

    /** Sends the request that reverses what a row has made. */
    void reverse(ImportTarget.Reversal by, String id, String reason, InternalOrigin within) {
        gateway.answer(by.request(id, within), reason, by.command().apply(id, reason));
    }

    /** Keeps a refusal as the answer to a row that no request can be made of. */
    void refuse(InternalOrigin within, String detail) {
        gateway.refuse(CommandRequest.of("", within), "", new Refusal(INVALID_ROW, detail));
    }

    /**
     * Repeats the request until its answer is kept. Answers such as too many at once, a full disk
     * or an unknown outcome are not kept.
     */
    RowOutcome untilAnswered(
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
    record Starter(
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

    /** Throws StoppedException or AuthorizationEndedException if no further row may begin. */
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
    void askAgain(Starter starter) {
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

    /** Counts the results that the lines of an import have; {@code null} counts as none. */
    static RowProgress counted(ImportStarted as, IntFunction<@Nullable RowOutcome> outcome) {
        var counts = new RowProgress();
        try (var lanes = new KeyedExecutor()) {
            for (int line = 2; line <= as.lastLine(); line++) {
                int number = line;
                lanes.put(
                        String.valueOf(line),
                        () -> {
                            var one = outcome.apply(number);
                            if (one != null) counts.count(one);
                        });
            }
        }
        return counts;
    }

    /** Records the end of an import in the event log, unless it is recorded there already. */
    void end(String importId, AuthorizationEndedException ended) {
        var why = ended.why();
        if (why == null) return;
        LOG.warn("Import {} is stopped: {}", importId, why);
        settle(new CancelImport(importId, why, null));
    }

    /** Sends a command of the server itself until it is answered. */
    void settle(Object command) {
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
    @Nullable RowOutcome kept(int line, CommandRequest asked) {
        var kept = gateway.kept(asked);
        if (kept == null) return null;
        if (gateway.answers(kept, asked))
            return RowOutcome.of(line, kept.reply(), kept.position() > 0, json);
        return new RowOutcome(line, RowOutcome.REFUSED, null, KEY_REUSED.word(), OTHER, null);
    }

    /** Waits. Throws StoppedException if the thread is interrupted. */
    static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }
}
