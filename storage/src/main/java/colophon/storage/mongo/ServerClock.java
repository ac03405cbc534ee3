package colophon.storage.mongo;

import com.mongodb.client.model.Filters;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Duration;
import java.util.List;

/**
 * Compares times in documents with the clock of the server, which is the same for all processes.
 */
public final class ServerClock {

    private ServerClock() {}

    /** Matches documents whose time in this field is longer ago than that, or missing. */
    public static Bson isBefore(String field, Duration ago) {
        return compared(field, "$lt", "$subtract", ago);
    }

    /**
     * Matches documents whose last sign of life, in this field, is longer ago than that, or
     * missing.
     */
    public static Bson isSilent(String field, Duration time) {
        return Filters.or(
                isBefore(field, time),
                // the clock went back; a living process renews its claim with the new time soon
                compared(field, "$gt", "$add", time));
    }

    private static Bson compared(String field, String operator, String moved, Duration time) {
        var limit = new Document(moved, List.of("$$NOW", time.toMillis()));
        return Filters.expr(new Document(operator, List.of("$" + field, limit)));
    }
}
