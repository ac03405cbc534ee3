package colophon.storage.mongo.appending;

import colophon.storage.log.HashChain;
import colophon.storage.log.LogEvent;
import colophon.storage.log.StoredCommit;
import colophon.storage.mongo.documents.StreamPositions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A replica set as the appender sees it: a sequence of documents on the primary, of which a
 * majority has the first part. An election cuts off the rest, or some of it. Each document that
 * reaches a majority is checked.
 */
final class SimulatedCluster {

    private final Random random;
    private final WrongAppender wrong;

    /** Commits and stored refusals (number 0), in the order in which the primary wrote them. */
    private final List<StoredCommit> written = new ArrayList<>();

    private final List<StoredCommit> commits = new ArrayList<>();
    private final Set<UUID> seen = new HashSet<>();
    private final Map<String, Long> lengths = new HashMap<>();
    private int majority;
    private int term;

    SimulatedCluster(Random random, WrongAppender wrong) {
        this.random = random;
        this.wrong = wrong;
    }

    int term() {
        return term;
    }

    /** The commits that a majority has. */
    List<StoredCommit> commits() {
        return commits;
    }

    /** How many events of a stream a majority has. */
    long length(String stream) {
        return lengths.getOrDefault(stream, 0L);
    }

    boolean hasWithMajority(int position) {
        return position <= majority;
    }

    /** An answer, and the position that a majority must have before it is given. */
    record Result(DatabaseAnswer answer, int position) {}

    Result perform(DatabaseCall call) {
        return switch (call) {
            case DatabaseCall.Insert(var docs) -> insert(docs);
            case DatabaseCall.ReadTip _ -> now(new DatabaseAnswer.SlotsRead(tip()));
            case DatabaseCall.ReadSlots(var from) -> now(new DatabaseAnswer.SlotsRead(slots(from)));
            case DatabaseCall.FindConflicts(var wanted) ->
                    now(
                            new DatabaseAnswer.ConflictsFound(
                                    visible().stream()
                                            .map(this::holder)
                                            .filter(
                                                    holder ->
                                                            wanted.stream()
                                                                    .anyMatch(
                                                                            one ->
                                                                                    holder.is(one)
                                                                                            || holder
                                                                                                            .refuses(
                                                                                                                    one)
                                                                                                    != null))
                                            .toList()));
            case DatabaseCall.Pause _ -> now(new DatabaseAnswer.Completed());
        };
    }

    void keep(StoredCommit refusal) {
        if (!isTaken(refusal)) written.add(refusal);
    }

    void replicate(int most) {
        var until = Math.min(written.size(), majority + most);
        for (; majority < until; majority++) check(written.get(majority));
    }

    void replicateAll() {
        replicate(Integer.MAX_VALUE - majority);
    }

    void elect() {
        term++;
        var kept = majority + random.nextInt(written.size() - majority + 1);
        written.subList(kept, written.size()).clear();
    }

    private Result insert(List<StoredCommit> docs) {
        var refused = -1;
        var position = 0;
        for (var i = 0; i < docs.size(); i++) {
            if (isTaken(docs.get(i))) {
                if (refused < 0) refused = i;
                if (wrong != WrongAppender.INSERTS_OUT_OF_ORDER) break;
            } else {
                written.add(docs.get(i));
                position = written.size();
            }
        }
        return new Result(
                refused < 0
                        ? new DatabaseAnswer.Completed()
                        : new DatabaseAnswer.IndexTaken(refused),
                position);
    }

    /** The unique indexes cover everything on the primary. */
    private boolean isTaken(StoredCommit doc) {
        return written.stream().anyMatch(there -> collide(there, doc));
    }

    private static boolean collide(StoredCommit there, StoredCommit doc) {
        if (there.number() > 0 && there.number() == doc.number()) return true;
        if (there.reply() != null
                && doc.reply() != null
                && there.reply().commandId().equals(doc.reply().commandId())) return true;
        return !Collections.disjoint(places(there), places(doc));
    }

    private static Set<String> places(StoredCommit doc) {
        return doc.events().stream()
                .flatMap(event -> event.places().stream())
                .map(StreamPositions::of)
                .collect(Collectors.toSet());
    }

    private List<CommitSlot> tip() {
        var slots = slots(1);
        return slots.isEmpty() ? slots : List.of(slots.getLast());
    }

    private List<CommitSlot> slots(long from) {
        return visible().stream()
                .filter(doc -> doc.number() >= from && doc.number() > 0)
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .map(CommitSlot::of)
                .toList();
    }

    /**
     * Mostly all that a majority has; less from a server that still takes itself for the primary.
     */
    private List<StoredCommit> visible() {
        if (wrong == WrongAppender.READS_WHAT_ONLY_THE_PRIMARY_HAS) return written;
        var behind = random.nextInt(10) == 0 ? random.nextInt(3) : 0;
        return written.subList(0, Math.max(0, majority - behind));
    }

    private ConflictingDocument holder(StoredCommit doc) {
        var own = doc.number() == 0 || wrong == WrongAppender.TAKES_ITS_OWN_FOR_ANOTHERS;
        return new ConflictingDocument(
                own ? null : doc.id(),
                doc.reply() == null ? null : doc.reply().commandId(),
                places(doc));
    }

    private static Result now(DatabaseAnswer answer) {
        return new Result(answer, 0);
    }

    private void check(StoredCommit doc) {
        if (doc.number() == 0) return;
        var before = commits.isEmpty() ? CommitSlot.START : CommitSlot.of(commits.getLast());
        if (doc.number() != before.number() + 1)
            throw new AssertionError(
                    "A hole: %d follows %d".formatted(doc.number(), before.number()));
        if (!seen.add(doc.id())) throw new AssertionError("Twice: " + doc.id());
        if (doc.time() != doc.events().stream().mapToLong(LogEvent::timestamp).max().orElseThrow())
            throw new AssertionError("Not the time at which it was decided");
        var digest = HashChain.digest(doc.id(), doc.events(), doc.reply());
        var hash = HashChain.next(before.hash(), doc.number(), doc.time(), digest);
        if (!Objects.deepEquals(hash, doc.hash()))
            throw new AssertionError("Not built on what is before it: " + doc.number());
        for (var event : doc.events())
            for (var place : event.places()) {
                if (place.sequence() != length(place.stream()))
                    throw new AssertionError("A hole in stream " + place.stream());
                lengths.merge(place.stream(), 1L, Long::sum);
            }
        commits.add(doc);
    }
}
