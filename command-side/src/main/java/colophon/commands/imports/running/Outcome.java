package colophon.commands.imports.running;

import colophon.commands.reply.Reply;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Objects;

/**
 * What became of one row.
 *
 * @param line of the file; the header is line 1
 * @param status "accepted" (it changed something), "repeated" (it had been done before) or
 *     "refused"
 * @param id what the row made, or is about; null where it names none that could be
 * @param reason the word of the problem it was refused with
 * @param detail what the problem says
 * @param reversal "reversed", or the word of the problem that kept it as it is; null while nobody
 *     took it back
 */
record Outcome(
        int line,
        String status,
        @Nullable String id,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable String reversal) {

    static final String ACCEPTED = "accepted";
    static final String REPEATED = "repeated";
    static final String REFUSED = "refused";

    /** What a reply says; {@code changed} tells the first of two equal requests from the second. */
    static Outcome of(int line, Reply reply, boolean changed, JsonMapper json) {
        var body = json.readTree(reply.body());
        if (reply.status() < 300)
            return new Outcome(
                    line, changed ? ACCEPTED : REPEATED, text(body, "id"), null, null, null);
        var instance = Objects.requireNonNullElse(text(body, "instance"), "");
        var mark = instance.indexOf('#');
        return new Outcome(
                line,
                REFUSED,
                mark < 0 ? null : instance.substring(mark + 1),
                text(body, "reason"),
                text(body, "detail"),
                null);
    }

    Outcome reversed(@Nullable String how) {
        return new Outcome(line, status, id, reason, detail, how);
    }

    private static @Nullable String text(JsonNode body, String field) {
        return body.path(field).isString() ? body.path(field).asString() : null;
    }
}
