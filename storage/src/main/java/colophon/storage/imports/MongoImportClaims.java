package colophon.storage.imports;

import colophon.commands.imports.claim.ImportClaims;
import colophon.storage.mongo.MongoInstallation;
import colophon.storage.mongo.ServerClock;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps claims as documents: {@code _id} is the import, {@code owner} the process, {@code heard}
 * the time of its last sign of life, by the clock of the server, which is the same for all.
 */
public final class MongoImportClaims implements ImportClaims {

    private static final String OWNER = "owner";
    private static final String HEARD = "heard";

    private final MongoCollection<Document> claims;
    private final String owner;
    private final Duration silence;

    /**
     * The claims in a database.
     *
     * @param database reads what a majority has, and its writes are durable with a majority
     * @param owner this process; no other may use the same name
     * @param silence a process is taken to be gone after it was silent for so long
     */
    public MongoImportClaims(MongoDatabase database, String owner, Duration silence) {
        this.claims = database.getCollection("imports");
        this.owner = owner;
        this.silence = silence;
    }

    @Override
    public boolean take(String importId) {
        return MongoInstallation.ask("imports", () -> isTaken(importId));
    }

    private boolean isTaken(String importId) {
        var counts = new ClaimedRowCounts(0, 0, 0);
        var free =
                Filters.or(
                        Filters.eq(OWNER, null),
                        Filters.eq(OWNER, owner),
                        ServerClock.isSilent(HEARD, silence));
        while (true) {
            if (update(Filters.and(Filters.eq("_id", importId), free), counts)) return true;
            if (claims.find(Filters.eq("_id", importId)).first() != null) return false;
            try {
                claims.insertOne(new Document("_id", importId).append(OWNER, null));
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
            }
        }
    }

    @Override
    public boolean report(String importId, ClaimedRowCounts counts) {
        return MongoInstallation.ask("imports", () -> update(mine(importId), counts));
    }

    @Override
    public void done(String importId) {
        MongoInstallation.ask("imports", () -> claims.deleteOne(mine(importId)));
    }

    @Override
    public void leave(String importId) {
        MongoInstallation.ask(
                "imports", () -> claims.updateOne(mine(importId), Updates.set(OWNER, null)));
    }

    @Override
    public @Nullable ClaimedRowCounts progress(String importId) {
        var claim =
                MongoInstallation.<@Nullable Document>ask(
                        "imports",
                        () ->
                                claims.find(
                                                Filters.and(
                                                        Filters.eq("_id", importId),
                                                        Filters.nor(idle())))
                                        .first());
        if (claim == null) return null;
        return new ClaimedRowCounts(
                claim.getInteger("accepted"),
                claim.getInteger("refused"),
                claim.getInteger("repeated"));
    }

    @Override
    public List<String> abandoned() {
        return MongoInstallation.ask(
                "imports",
                () -> {
                    var left = new ArrayList<String>();
                    for (var claim : claims.find(idle())) left.add(claim.getString("_id"));
                    return left;
                });
    }

    private boolean update(Bson which, ClaimedRowCounts counts) {
        return claims.updateOne(
                                which,
                                Updates.combine(
                                        Updates.set(OWNER, owner),
                                        Updates.currentDate(HEARD),
                                        Updates.set("accepted", counts.accepted()),
                                        Updates.set("refused", counts.refused()),
                                        Updates.set("repeated", counts.repeated())))
                        .getMatchedCount()
                == 1;
    }

    private Bson mine(String importId) {
        return Filters.and(Filters.eq("_id", importId), Filters.eq(OWNER, owner));
    }

    private Bson idle() {
        return Filters.or(Filters.eq(OWNER, null), ServerClock.isSilent(HEARD, silence));
    }
}
