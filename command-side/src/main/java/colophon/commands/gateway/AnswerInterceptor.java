package colophon.commands.gateway;

import static colophon.commands.reply.ReplyStore.PENDING;
import static colophon.commands.reply.ReplyStore.POSITION;

import colophon.commands.reply.Reply;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.util.Base64;

/**
 * Writes the answer while the unit of work is still open, so that its bytes are in the commit:
 * after a crash the answer exists exactly if the effect does.
 */
public final class AnswerInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    static final String COMMAND_ID = "commandId";
    static final String DIGEST = "digest";

    /** Metadata key: true on a command that is decided and answered, then rolled back. */
    static final String QUOTE = "quote";

    private final JsonMapper json;

    /** {@code json} must be the mapper of all HTTP responses. */
    public AnswerInterceptor(JsonMapper json) {
        this.json = json;
    }

    @Override
    public @Nullable Object handle(
            UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        var result = chain.proceed();
        if (!(result instanceof CommandAnswer answer)) return result;
        var receipt = new CommandResult(answer.status(), json.writeValueAsBytes(answer.body()));
        var metaData = unit.getMessage().getMetaData();
        // Thrown, not returned, since only an exception rolls back the whole unit of work.
        if (Boolean.TRUE.equals(metaData.get(QUOTE))) throw new DryRunResult(receipt);
        if (metaData.get(COMMAND_ID) instanceof String commandId
                && metaData.get(DIGEST) instanceof String digest)
            unit.root()
                    .resources()
                    .put(
                            PENDING,
                            new Reply(
                                    commandId,
                                    Base64.getDecoder().decode(digest),
                                    receipt.status(),
                                    "application/json",
                                    receipt.body()));
        unit.afterCommit(
                committed -> {
                    if (committed.root().getResource(POSITION) instanceof Long commit)
                        receipt.reached(commit);
                });
        return receipt;
    }
}
