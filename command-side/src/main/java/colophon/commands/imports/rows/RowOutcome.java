package colophon.commands.imports.rows;

import colophon.commands.reply.Reply;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Objects;

/**
 * The result of one row.
 *
 * @param line line of the file; the header is line 1
 * @param status "accepted" (it changed something), "repeated" (it had been done before) or
 *     "refused"
 * @param id id of what the row made or is about; null if the row names no valid id
 * @param reason the word of the problem, if it was refused
 * @param detail the detail of the problem, if it was refused
 * @param reversal "reversed", or the word of the problem that prevented the reversal; null if no
 *     reversal was tried
 */
public record RowOutcome(
        int line,
        String status,
        @Nullable String id,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable String reversal) {

    /** It changed something. */
    public static final String ACCEPTED = "accepted";

    /** It had been done before. */
    public static final String REPEATED = "repeated";

    /** It changed nothing, for a reason. */
    public static final String REFUSED = "refused";

    /**
     * The result from a kept reply; {@code changed} is false for a repetition that changed nothing.
     */
    public static RowOutcome of(int line, Reply reply, boolean changed, JsonMapper json) {
        var body = json.readTree(reply.body());
        if (reply.status() < 300)
            return new RowOutcome(
                    line, changed ? ACCEPTED : REPEATED, text(body, "id"), null, null, null);
        var instance = Objects.requireNonNullElse(text(body, "instance"), "");
        var mark = instance.indexOf('#');
        return new RowOutcome(
                line,
                REFUSED,
                mark < 0 ? null : instance.substring(mark + 1),
                text(body, "reason"),
                text(body, "detail"),
                null);
    }

    /** This result, and what its reversal came to. */
    public RowOutcome reversed(@Nullable String how) {
        return new RowOutcome(line, status, id, reason, detail, how);
    }

    private static @Nullable String text(JsonNode body, String field) {
        return body.path(field).isString() ? body.path(field).asString() : null;
    }
}
