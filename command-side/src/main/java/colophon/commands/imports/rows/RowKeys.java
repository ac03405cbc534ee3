package colophon.commands.imports.rows;

import colophon.api.access.WriteAccess;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.gateway.CommandRequest.InternalKey;
import colophon.commands.gateway.CommandRequest.InternalOrigin;
import colophon.events.imports.ImportReversalStarted;
import colophon.events.imports.ImportStarted;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The keys and the origins of the requests of rows: the same for the same row, for ever. */
public final class RowKeys {

    private RowKeys() {}

    /** The request of the row on this line, as far as its key goes. */
    public static CommandRequest keyed(ImportStarted as, int line) {
        return CommandRequest.of(
                "", origin(as.importId(), scope(as), null, false, rowKey(as, line)));
    }

    /** The digest of the file and the line identify a row for ever. */
    public static InternalKey rowKey(ImportStarted as, int line) {
        return new InternalKey(
                "import:" + as.importId() + ":" + line, List.of(as.kind(), as.digest(), line));
    }

    /** The request that reverses what a row has made, as far as its key goes. */
    public static CommandRequest keyed(
            ImportStarted as, RowOutcome made, ImportReversalStarted reversal, int attempt) {
        var key =
                new InternalKey(
                        "import:" + as.importId() + ":" + made.line() + ":reversal:" + attempt,
                        List.of(as.digest(), made.line(), made.id() + "", reversal.reason()));
        return CommandRequest.of("", origin(as.importId(), scope(reversal), made.id(), false, key));
    }

    /** An import may do no more than the account that began it, also after a restart. */
    public static WriteAccess scope(ImportStarted as) {
        return WriteAccess.of(as.startedBy(), as.institutionIds());
    }

    private static WriteAccess scope(ImportReversalStarted reversal) {
        return WriteAccess.of(reversal.startedBy(), reversal.institutionIds());
    }

    /**
     * The instance carries the id that a row is about, since a refusal has no other place for it.
     */
    public static InternalOrigin origin(
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
    public static String idOfItsOwn(String digest, int line) {
        return "row-" + digest + "-" + line;
    }
}
