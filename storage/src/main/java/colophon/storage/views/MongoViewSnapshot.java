package colophon.storage.views;

import colophon.api.paging.FoundRecord;
import colophon.storage.views.ViewCollection.CollectionQuery;
import colophon.views.reading.View;
import colophon.views.reading.ViewReader;
import colophon.views.reading.ViewSnapshot;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All views, at least as new as a commit. Every record in it is complete. What was read once is
 * cached, so the same question has the same answer for the lifetime of this snapshot.
 */
final class MongoViewSnapshot implements ViewSnapshot {

    /** The cache limit for one view. A scan of a whole view reads no record twice anyway. */
    private static final int REMEMBERED = 20_000;

    /** Questions in one round trip. */
    private static final int TOGETHER = 16;

    private final int generation;
    private final long position;
    private final Function<ZoneId, LocalDate> today;
    private final Map<String, ViewCollection<?>> collections;
    private final ViewSnapshot catalog;
    private final Collection<View<?>> small;
    private final Map<String, ViewReader<?>> readers = new ConcurrentHashMap<>();

    MongoViewSnapshot(
            int generation,
            long position,
            Function<ZoneId, LocalDate> today,
            Map<String, ViewCollection<?>> collections,
            ViewSnapshot catalog,
            Collection<View<?>> small) {
        this.generation = generation;
        this.position = position;
        this.today = today;
        this.collections = collections;
        this.catalog = catalog;
        this.small = small;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public int generation() {
        return generation;
    }

    @Override
    public LocalDate today(ZoneId zone) {
        return today.apply(zone);
    }

    @Override
    @SuppressWarnings("unchecked") // view names are unique, so the reader has the type of its view
    public <V> ViewReader<V> of(View<V> view) {
        if (small.contains(view)) return catalog.of(view);
        return (ViewReader<V>) readers.computeIfAbsent(view.name(), this::reader);
    }

    /** Sends many questions in one round trip, which is most of the cost of a question. */
    @Override
    public void expect(ExpectedRead... wanted) {
        var some = Arrays.stream(wanted).filter(one -> !small.contains(one.view())).toList();
        var tasks = new ArrayList<Runnable>();
        for (int from = 0; from < some.size(); from += TOGETHER) {
            var part = some.subList(from, Math.min(some.size(), from + TOGETHER));
            tasks.add(() -> fetch(part));
        }
        InParallel.run(tasks);
    }

    private void fetch(List<ExpectedRead> wanted) {
        var readers = new ArrayList<CachingViewReader<?>>();
        var questions = new ArrayList<CollectionQuery>();
        for (var one : wanted) {
            if (!(of(one.view()) instanceof CachingViewReader<?> reader)) continue;
            readers.add(reader);
            questions.add(new CollectionQuery(reader.collection, one.index(), one.value()));
        }
        if (questions.isEmpty()) return;
        var answers = ViewCollection.together(questions);
        for (int n = 0; n < answers.size(); n++)
            readers.get(n).remember(questions.get(n), answers.get(n));
    }

    private ViewReader<?> reader(String name) {
        var collection = collections.get(name);
        if (collection == null) throw new IllegalArgumentException("No view called " + name);
        return new CachingViewReader<>(collection, generation, position);
    }

    private static final class CachingViewReader<V> implements ViewReader<V> {

        private record IndexQuery(String index, String value, String after, int limit) {}

        private final ViewCollection<V> collection;
        private final int generation;
        private final long position;
        private final Map<String, @Nullable VersionedRecord<V>> known = new HashMap<>();
        private final Map<IndexQuery, List<FoundRecord<V>>> answered = new HashMap<>();

        CachingViewReader(ViewCollection<V> collection, int generation, long position) {
            this.collection = collection;
            this.generation = generation;
            this.position = position;
        }

        @Override
        public synchronized Map<String, VersionedRecord<V>> load(Collection<String> keys) {
            var unknown = new ArrayList<String>();
            for (var key : keys) if (!known.containsKey(key)) unknown.add(key);
            var read = collection.load(unknown);
            makeRoom(unknown.size());
            var found = new LinkedHashMap<String, VersionedRecord<V>>();
            for (var key : keys) {
                var kept = known.containsKey(key) ? known.get(key) : read.get(key);
                known.put(key, kept);
                if (kept != null) found.put(key, kept);
            }
            return found;
        }

        @Override
        public synchronized List<FoundRecord<V>> find(
                String index, String value, String after, int limit) {
            var question = new IndexQuery(index, value, after, limit);
            var before = answered.get(question);
            if (before != null) return before;
            return remember(question, collection.find(index, value, after, limit));
        }

        /** Caches the answer to a question. */
        synchronized void remember(CollectionQuery asked, List<Document> answer) {
            if (asked.isForOne()) {
                makeRoom(1);
                if (!known.containsKey(asked.value()))
                    known.put(asked.value(), collection.one(answer));
                return;
            }
            var question = new IndexQuery(asked.index(), asked.value(), "", Integer.MAX_VALUE);
            if (!answered.containsKey(question)) remember(question, collection.all(asked, answer));
        }

        private List<FoundRecord<V>> remember(
                IndexQuery question, List<FoundRecord<VersionedRecord<V>>> read) {
            makeRoom(read.size());
            var found = new ArrayList<FoundRecord<V>>(read.size());
            for (var one : read) {
                var kept = known.get(one.value().key());
                if (kept == null) kept = one.value();
                known.put(kept.key(), kept);
                found.add(new FoundRecord<>(one.at(), kept.value()));
            }
            answered.put(question, List.copyOf(found));
            return found;
        }

        /** Not cached: these are many, and read once. */
        @Override
        public void changedSince(@Nullable ViewReader<V> before, Consumer<V> visitor) {
            var since =
                    before instanceof CachingViewReader<V> earlier
                                    && earlier.generation == generation
                            ? earlier.position
                            : -1;
            collection.changedSince(since, kept -> visitor.accept(kept.value()));
        }

        private void makeRoom(int more) {
            if (known.size() + more < REMEMBERED) return;
            known.clear();
            answered.clear();
        }
    }
}
