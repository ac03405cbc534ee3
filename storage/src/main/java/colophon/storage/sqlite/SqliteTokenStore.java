package colophon.storage.sqlite;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Keeps the positions of processors in the file of the log, so that a restored backup never has
 * tokens ahead of its events. One process holds the directory, so claims last as long as it lives.
 */
public final class SqliteTokenStore implements TokenStore {

    private final SqliteCommitLog log;
    private final Serializer serializer;
    private final String owner;

    /**
     * A token store in the file of this log.
     *
     * @param owner claims tokens under this name; claims of other owners are respected
     */
    public SqliteTokenStore(SqliteCommitLog log, Serializer serializer, String owner) {
        this.log = log;
        this.serializer = serializer;
        this.owner = owner;
    }

    /** Releases the claims of a process that has ended. Call once, while holding the directory. */
    public void releaseAll() {
        log.change(statements -> statements.update("UPDATE tokens SET owner = NULL"));
    }

    @Override
    public void initializeTokenSegments(String processor, int segments) {
        initializeTokenSegments(processor, segments, null);
    }

    @Override
    public void initializeTokenSegments(
            String processor, int segments, @Nullable TrackingToken token) {
        log.change(
                statements -> {
                    if (count(statements, processor) > 0)
                        throw new UnableToClaimTokenException(processor + " has segments already");
                    for (var segment = 0; segment < segments; segment++)
                        insert(statements, processor, segment, token);
                    return segments;
                });
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        log.change(
                statements -> {
                    if (exists(statements, processor, segment))
                        throw new UnableToInitializeTokenException(
                                name(processor, segment) + " is there already");
                    return insert(statements, processor, segment, token);
                });
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        var stored = token == null ? null : serializer.serialize(token, byte[].class);
        log.change(
                statements -> {
                    claim(statements, processor, segment);
                    return statements.update(
                            "UPDATE tokens SET token = ?, type = ? WHERE processor = ? AND segment"
                                    + " = ?",
                            stored == null ? null : stored.getData(),
                            stored == null ? null : stored.getType().getName(),
                            processor,
                            segment);
                });
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        return log.change(
                        statements -> {
                            claim(statements, processor, segment);
                            var sql =
                                    "SELECT token, type FROM tokens WHERE processor = ? AND segment"
                                            + " = ?";
                            try (var row = statements.get(sql, processor, segment).executeQuery()) {
                                row.next();
                                return Optional.ofNullable(token(row));
                            }
                        })
                .orElse(null);
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        log.change(
                statements ->
                        statements.update(
                                "UPDATE tokens SET owner = NULL WHERE processor = ? AND segment = ?"
                                        + " AND owner = ?",
                                processor,
                                segment,
                                owner));
    }

    @Override
    public void deleteToken(String processor, int segment) {
        log.change(
                statements -> {
                    claim(statements, processor, segment);
                    return statements.update(
                            "DELETE FROM tokens WHERE processor = ? AND segment = ?",
                            processor,
                            segment);
                });
    }

    @Override
    public int[] fetchSegments(String processor) {
        return log.ask(
                statements -> {
                    var sql = "SELECT segment FROM tokens WHERE processor = ? ORDER BY segment";
                    var segments = new ArrayList<Integer>();
                    try (var rows = statements.get(sql, processor).executeQuery()) {
                        while (rows.next()) segments.add(rows.getInt(1));
                    }
                    return segments.stream().mapToInt(Integer::intValue).toArray();
                });
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return log.ask(
                statements -> {
                    try (var row = statements.get("SELECT id FROM log").executeQuery()) {
                        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                    }
                });
    }

    private void claim(PreparedStatements statements, String processor, int segment)
            throws SQLException {
        var claimed =
                statements.update(
                        "UPDATE tokens SET owner = ?, touched = ? WHERE processor = ? AND segment ="
                                + " ? AND (owner IS NULL OR owner = ?)",
                        owner,
                        System.currentTimeMillis(),
                        processor,
                        segment,
                        owner);
        if (claimed == 1) return;
        throw new UnableToClaimTokenException(
                name(processor, segment) + " is not there, or another owner's");
    }

    private int insert(
            PreparedStatements statements,
            String processor,
            int segment,
            @Nullable TrackingToken token)
            throws SQLException {
        var stored = token == null ? null : serializer.serialize(token, byte[].class);
        return statements.update(
                "INSERT INTO tokens(processor, segment, token, type, touched) VALUES (?, ?, ?, ?,"
                        + " ?)",
                processor,
                segment,
                stored == null ? null : stored.getData(),
                stored == null ? null : stored.getType().getName(),
                System.currentTimeMillis());
    }

    private static boolean exists(PreparedStatements statements, String processor, int segment)
            throws SQLException {
        var sql = "SELECT 1 FROM tokens WHERE processor = ? AND segment = ?";
        try (var row = statements.get(sql, processor, segment).executeQuery()) {
            return row.next();
        }
    }

    private static int count(PreparedStatements statements, String processor) throws SQLException {
        var sql = "SELECT count(*) FROM tokens WHERE processor = ?";
        try (var row = statements.get(sql, processor).executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private @Nullable TrackingToken token(ResultSet row) throws SQLException {
        var data = row.getBytes(1);
        if (data == null) return null;
        return serializer.deserialize(
                new SimpleSerializedObject<>(data, byte[].class, row.getString(2), null));
    }

    private static String name(String processor, int segment) {
        return "Segment %d of %s".formatted(segment, processor);
    }
}
