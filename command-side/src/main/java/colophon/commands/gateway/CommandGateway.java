package colophon.commands.gateway;

import static colophon.commands.Reason.COMMIT_TOO_LARGE;
import static colophon.commands.Reason.KEY_IN_PROGRESS;
import static colophon.commands.Reason.KEY_REUSED;
import static colophon.commands.Reason.LOG_UNAVAILABLE;
import static colophon.commands.Reason.OUTCOME_UNKNOWN;
import static colophon.commands.Reason.STUDENT_ERASED;
import static colophon.commands.Reason.TOO_BUSY;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.access.CurrentActor;
import colophon.api.access.WriteAccess;
import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.loading.Barrier;
import colophon.commands.reply.CommitTooLargeException;
import colophon.commands.reply.DuplicateCommandException;
import colophon.commands.reply.OutcomeUnknownException;
import colophon.commands.reply.Reply;
import colophon.commands.reply.ReplyStore;
import colophon.commands.reply.StoredReply;
import colophon.events.InstitutionLimits;
import colophon.events.privacy.Seals;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.AxonTransientException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;

import tools.jackson.databind.json.JsonMapper;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The entry point of every command. It recognises a repeated request by its key, sends the command,
 * and turns the outcome into the response. A key is bound to its caller. Its first answer is given
 * again, even after a crash.
 */
public final class CommandGateway {

    private static final Logger LOG = LoggerFactory.getLogger(CommandGateway.class);

    /**
     * Most tries of one command. Inside one process the writers of a stream wait for each other.
     * Between processes each race has one winner, so enough tries succeed.
     */
    private static final int TRIES = 32;

    private final CommandBus bus;
    private final ReplyStore replies;
    private final Seals seals;
    private final RequestDigests digests;
    private final CurrentActor actor;
    private final LongSupplier head;
    private final Barrier barrier;
    private final AccessCheck accessCheck;
    private final WriteQuota quota;
    private final Set<String> inProgress = ConcurrentHashMap.newKeySet();

    /**
     * For a process that writes its log alone. {@code head} gives the number of the newest commit.
     */
    public CommandGateway(
            CommandBus bus,
            ReplyStore replies,
            Seals seals,
            CurrentActor actor,
            LongSupplier head,
            JsonMapper json) {
        this(
                bus,
                replies,
                seals,
                actor,
                head,
                Barrier.none(),
                AccessCheck.none(),
                WriteQuota.none(),
                json);
    }

    /**
     * For a process that writes its log together with others, checks the ids in each command
     * against the rights of its sender, and limits how much a student may write.
     */
    public CommandGateway(
            CommandBus bus,
            ReplyStore replies,
            Seals seals,
            CurrentActor actor,
            LongSupplier head,
            Barrier barrier,
            AccessCheck accessCheck,
            WriteQuota quota,
            JsonMapper json) {
        this.bus = bus;
        this.replies = replies;
        this.seals = seals;
        this.digests = new RequestDigests(seals, json);
        this.actor = actor;
        this.head = head;
        this.barrier = barrier;
        this.accessCheck = accessCheck;
        this.quota = quota;
    }

    /**
     * Carries out a command and answers it.
     *
     * @param request where it came from, the route and the key
     * @param body the parsed body; with the route it distinguishes one request from another
     * @param command the command to decide
     */
    public ResponseEntity<byte[]> answer(CommandRequest request, Object body, Object command) {
        return guarded(request, () -> carriedOut(request, body, command));
    }

    private ResponseEntity<byte[]> carriedOut(CommandRequest request, Object body, Object command) {
        if (request.within() != null && request.within().rehearsal())
            return quote(request, command);
        var commandId = commandId(request);
        if (commandId == null) {
            var over = quota.take(scope(request));
            return over != null
                    ? refused(over, request).response()
                    : execute(command, MetaData.emptyInstance(), request, null).response();
        }
        if (!inProgress.add(commandId))
            return refused(KEY_IN_PROGRESS, "Ask again in a second.", request).response();
        try {
            return once(commandId, body, command, request);
        } finally {
            inProgress.remove(commandId);
        }
    }

    /**
     * Decides a command and answers it exactly as {@link #answer} would, but changes nothing: the
     * decision is rolled back, no answer is kept, and an Idempotency-Key is ignored. A refusal by
     * the log itself (a commit that is too large) is not foreseen.
     *
     * @param request where it came from
     * @param command the command to try
     */
    public ResponseEntity<byte[]> quote(CommandRequest request, Object command) {
        var rehearsal = MetaData.with(AnswerInterceptor.QUOTE, true);
        return guarded(request, () -> execute(command, rehearsal, request, null).response());
    }

    /** Refuses a request before anything is decided. With a key, the refusal is kept as usual. */
    public ResponseEntity<byte[]> refuse(CommandRequest request, Object body, Refusal refusal) {
        var commandId = commandId(request);
        return guarded(
                request,
                () -> {
                    var reply = HttpReply.refused(refusal, request.path());
                    if (commandId == null) return reply.response();
                    var first = replies.find(commandId);
                    if (first != null) return again(first, body, request);
                    try {
                        return kept(reply, keyed(commandId, request, body, refusal)).response();
                    } catch (DuplicateCommandException _) {
                        return refused(KEY_IN_PROGRESS, "Ask again in a second.", request)
                                .response();
                    }
                });
    }

    /** The answer kept for the key of an internal request; null if there is no answer or no key. */
    public @Nullable StoredReply kept(CommandRequest request) {
        var commandId = commandId(request);
        return commandId == null ? null : replies.find(commandId);
    }

    /** True if a kept answer belongs to this request and not to another one under the same key. */
    public boolean answers(StoredReply kept, CommandRequest request) {
        return digests.compare(kept.reply().digest(), request, "")
                == RequestDigests.Comparison.SAME;
    }

    private ResponseEntity<byte[]> once(
            String commandId, Object body, Object command, CommandRequest request) {
        var first = replies.find(commandId);
        if (first != null) return again(first, body, request);
        var over = quota.take(scope(request));
        if (over != null) return refused(over, request).response();
        var keyed = keyed(commandId, request, body, command);
        var metaData =
                MetaData.with(AnswerInterceptor.COMMAND_ID, keyed.commandId())
                        .and(AnswerInterceptor.DIGEST, keyed.digest());
        try {
            return execute(command, metaData, request, keyed).response();
        } catch (DuplicateCommandException _) {
            var kept = replies.find(keyed.commandId());
            return kept == null
                    ? refused(KEY_IN_PROGRESS, "Ask again in a second.", request).response()
                    : again(kept, body, request);
        }
    }

    /** Turns failures of the log into problems of their own, never into refusals by a rule. */
    private ResponseEntity<byte[]> guarded(
            CommandRequest request, Supplier<ResponseEntity<byte[]>> answer) {
        try {
            return answer.get();
        } catch (OutcomeUnknownException _) {
            var advice = "Repeat it with the same Idempotency-Key to learn what happened.";
            return refused(OUTCOME_UNKNOWN, advice, request).response();
        } catch (CommitTooLargeException e) {
            return refused(COMMIT_TOO_LARGE, String.valueOf(e.getMessage()), request).response();
        } catch (AxonTransientException e) {
            // the storage logs it once, which is enough for all commands
            LOG.debug("The event log is unavailable: {}", e.getMessage());
            var advice = "Nothing was changed. Repeat it when the log is available again.";
            return refused(LOG_UNAVAILABLE, advice, request).response();
        }
    }

    private HttpReply execute(
            Object command,
            MetaData metaData,
            CommandRequest request,
            @Nullable KeyAndDigest keyed) {
        for (int tries = 0; tries < TRIES; tries++) {
            barrier.pass(); // on every try, so that it sees the commit it lost to
            try {
                accessCheck.require(scope(request), command);
                return settled(dispatch(command, metaData.mergedWith(origin(request))), keyed);
            } catch (DryRunResult result) {
                return HttpReply.done(result.receipt(), head.getAsLong());
            } catch (ConcurrencyException | AggregateStreamCreationException _) {
                // Another writer appended to the same stream first: decide again on the new state.
            } catch (Refusal refusal) {
                return kept(HttpReply.refused(refusal, request.path()), keyed);
            }
        }
        return refused(TOO_BUSY, "Nothing was changed. Repeat it.", request);
    }

    private CommandResult dispatch(Object command, MetaData metaData) {
        var callback = new FutureCallback<Object, CommandResult>();
        bus.dispatch(new GenericCommandMessage<>(command, metaData), callback);
        var result = callback.getResult();
        if (!result.isExceptional()) return result.getPayload();
        if (result.exceptionResult() instanceof RuntimeException e) throw e;
        throw new IllegalStateException(result.exceptionResult());
    }

    /** Keeps the answer of a decision without events, since no commit carries it. */
    private HttpReply settled(CommandResult result, @Nullable KeyAndDigest keyed) {
        if (result.position() == 0) return kept(HttpReply.done(result, head.getAsLong()), keyed);
        barrier.wrote(result.position());
        return HttpReply.done(result, result.position());
    }

    /** Throws DuplicateCommandException if another process answered this command first. */
    private HttpReply kept(HttpReply written, @Nullable KeyAndDigest keyed) {
        if (keyed == null) return written;
        var reply =
                new Reply(
                        keyed.commandId(),
                        Base64.getDecoder().decode(keyed.digest()),
                        written.status(),
                        written.contentType(),
                        written.body());
        var first = replies.keep(reply);
        if (first.position() > 0 || !same(first.reply(), reply))
            throw new DuplicateCommandException(keyed.commandId());
        return written;
    }

    private static boolean same(Reply a, Reply b) {
        return a.status() == b.status()
                && Arrays.equals(a.body(), b.body())
                && MessageDigest.isEqual(a.digest(), b.digest());
    }

    private ResponseEntity<byte[]> again(StoredReply kept, Object body, CommandRequest request) {
        var reply = kept.reply();
        return switch (digests.compare(reply.digest(), request, body)) {
            case OTHER ->
                    refused(KEY_REUSED, "Use a new key for a new request.", request).response();
            case ERASED ->
                    refused(
                                    STUDENT_ERASED,
                                    "The student of the request with this key was"
                                            + " erased, so the two requests cannot be compared.",
                                    request)
                            .response();
            case SAME -> {
                var position = kept.position() > 0 ? kept.position() : head.getAsLong();
                yield HttpReply.again(reply, position)
                        .head()
                        .header("Idempotency-Replayed", "true")
                        .body(reply.body());
            }
        };
    }

    private HttpReply refused(WriteQuota.Exceeded over, CommandRequest request) {
        return HttpReply.refused(over.refusal(), request.path()).later(over.seconds());
    }

    private HttpReply refused(Reason reason, String detail, CommandRequest request) {
        return HttpReply.refused(new Refusal(reason, detail), request.path());
    }

    private String who(CommandRequest request) {
        return request.within() == null ? actor.current().id() : request.within().who();
    }

    private MetaData origin(CommandRequest request) {
        var who = MetaData.with("who", who(request));
        var limits = scope(request).limits();
        var limited =
                limits.isEmpty()
                        ? who
                        : who.and(InstitutionLimits.KEY, InstitutionLimits.text(limits));
        var behalf = request.within() == null ? actor.behalf() : null;
        return behalf == null ? limited : limited.and("behalf", behalf);
    }

    private WriteAccess scope(CommandRequest request) {
        return request.within() == null ? actor.access() : request.within().scope();
    }

    /**
     * Null without a key. A key has no line break, so the text before the last one is the caller.
     */
    private @Nullable String commandId(CommandRequest request) {
        var within = request.within();
        var key = request.idempotencyKey();
        if (within != null && within.key() != null) key = within.key().name();
        if (key == null) return null;
        var named = seals.digest((who(request) + "\n" + key).getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(named);
    }

    private KeyAndDigest keyed(
            String commandId, CommandRequest request, Object body, Object command) {
        var digest = digests.of(request, body, command);
        return new KeyAndDigest(commandId, Base64.getEncoder().encodeToString(digest));
    }

    private record KeyAndDigest(String commandId, String digest) {}
}
