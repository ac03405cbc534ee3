package colophon.storage.views;

import colophon.storage.log.LogRefusedException;
import colophon.storage.mongo.ServerClock;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The generations of the views. A new one is filled beside the live one, then replaces it. A
 * generation has one definition, and programs with another definition never touch it.
 */
final class ViewGenerations {

    /** The default number of segments. */
    private static final int SEGMENTS = 4;

    private final MongoCollection<Document> generations;
    private final String log;
    private final String definition;
    private final OptionalInt segments;

    /**
     * The generations in a database. New ones belong to this log and this definition.
     *
     * @param segments of new ones; if empty, as many as the previous one has
     */
    ViewGenerations(MongoDatabase database, String log, String definition, OptionalInt segments) {
        this.generations = database.getCollection("views");
        this.log = log;
        this.definition = definition;
        this.segments = segments;
    }

    /** One generation. */
    record Generation(int number, GenerationState state, int segments) {

        /** The name of the processor that fills it and keeps it up to date. */
        String processor() {
            return "views-" + number;
        }
    }

    /** The state of a generation. */
    enum GenerationState {
        /** Filled for the first time. */
        FILLING,
        /** Ready for reading; of several, the latest is read. */
        LIVE,
        /** Replaced. It is dropped when no process can be reading it any more. */
        LEFT
    }

    /** Throws LogRefusedException, in one line, if the views belong to another log. */
    void check() {
        var other = generations.find(Filters.ne("log", log)).first();
        if (other != null)
            throw new LogRefusedException(
                    "The views in this database were made from another log (%s, not %s); drop its"
                                    .formatted(other.getString("log"), log)
                            + " collections 'views', 'view_…', 'tokens' and 'dead-letters', or name"
                            + " the right database");
    }

    /** All of our definition, the latest first. Creates the very first one. */
    List<Generation> ours() {
        var ours = find(Filters.eq("definition", definition));
        if (ours.stream().anyMatch(one -> one.state() != GenerationState.LEFT)) return ours;
        begin();
        return find(Filters.eq("definition", definition));
    }

    /** Those of other definitions, from an older or a newer program. */
    List<Generation> others() {
        return find(Filters.ne("definition", definition));
    }

    /**
     * Asks for a new one, unless one is being filled. A folding process starts it within a second.
     */
    Generation begin() {
        while (true) {
            var latest = generations.find().sort(Sorts.descending("_id")).first();
            for (var one : find(Filters.eq("definition", definition)))
                if (one.state() == GenerationState.FILLING) return one;
            var number = latest == null ? 1 : latest.getInteger("_id") + 1;
            var before = latest == null ? SEGMENTS : latest.getInteger("segments");
            var begun = insert(number, segments.orElse(before));
            if (begun != null) return begun;
        }
    }

    /** Makes it the live one, and marks earlier ones as replaced. */
    void finish(Generation filled) {
        var finished = change(filled.number(), GenerationState.FILLING, GenerationState.LIVE);
        if (!finished) return;
        for (var one : ours())
            if (one.number() < filled.number())
                change(one.number(), one.state(), GenerationState.LEFT);
    }

    /** Marks it as replaced. */
    void leave(Generation one) {
        if (one.state() != GenerationState.LEFT)
            change(one.number(), one.state(), GenerationState.LEFT);
    }

    /** Those that were replaced at least so long ago. */
    List<Generation> left(Duration ago) {
        return find(
                Filters.and(
                        Filters.eq("state", GenerationState.LEFT.name()),
                        ServerClock.isBefore("since", ago)));
    }

    /** True if it has been in its state for so long. */
    boolean isOld(Generation one, Duration ago) {
        return generations
                        .find(
                                Filters.and(
                                        Filters.eq("_id", one.number()),
                                        ServerClock.isBefore("since", ago)))
                        .first()
                != null;
    }

    /** Deletes it from the list. */
    void forget(Generation one) {
        generations.deleteOne(Filters.eq("_id", one.number()));
    }

    private @Nullable Generation insert(int number, int segments) {
        try {
            generations.insertOne(
                    new Document("_id", number)
                            .append("log", log)
                            .append("definition", definition)
                            .append("state", GenerationState.FILLING.name())
                            .append("segments", segments));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return null;
            throw e;
        }
        generations.updateOne(Filters.eq("_id", number), Updates.currentDate("since"));
        return new Generation(number, GenerationState.FILLING, segments);
    }

    private boolean change(int number, GenerationState from, GenerationState to) {
        return generations
                        .updateOne(
                                Filters.and(
                                        Filters.eq("_id", number),
                                        Filters.eq("state", from.name())),
                                Updates.combine(
                                        Updates.set("state", to.name()),
                                        Updates.currentDate("since")))
                        .getMatchedCount()
                == 1;
    }

    private List<Generation> find(Bson which) {
        var found = new ArrayList<Generation>();
        for (var one : generations.find(which).sort(Sorts.descending("_id")))
            found.add(
                    new Generation(
                            one.getInteger("_id"),
                            GenerationState.valueOf(one.getString("state")),
                            one.getInteger("segments")));
        return found;
    }
}
