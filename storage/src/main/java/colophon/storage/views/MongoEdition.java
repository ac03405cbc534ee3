package colophon.storage.views;

import colophon.storage.views.Shelf.Asked;
import colophon.views.reading.Edition;
import colophon.views.reading.View;
import colophon.views.reading.ViewReader;

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
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All views, at least as new as a commit. Every record in it is complete. What was read once is
 * cached, so the same question has the same answer for the lifetime of this edition.
 */
final class MongoEdition implements Edition {

    /** The cache limit for one view. A scan of a whole view reads no record twice anyway. */
    private static final int REMEMBERED = 20_000;

    /** Questions in one round trip. */
    private static final int TOGETHER = 16;

    private final int generation;
    private final long position;
    private final Function<ZoneId, LocalDate> today;
    private final Map<String, Shelf<?>> shelves;
    private final Edition catalog;
    private final Collection<View<?>> small;
    private final Map<String, ViewReader<?>> readers = new ConcurrentHashMap<>();

    MongoEdition(
            int generation,
            long position,
            Function<ZoneId, LocalDate> today,
            Map<String, Shelf<?>> shelves,
            Edition catalog,
            Collection<View<?>> small) {
        this.generation = generation;
        this.position = position;
        this.today = today;
        this.shelves = shelves;
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
    public void expect(Wanted... wanted) {
        var some = Arrays.stream(wanted).filter(one -> !small.contains(one.view())).toList();
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int from = 0; from < some.size(); from += TOGETHER) {
            var part = some.subList(from, Math.min(some.size(), from + TOGETHER));
            tasks.add(
                    () -> {
                        fetch(part);
                        return true;
                    });
        }
        AtOnce.all(tasks);
    }

    private void fetch(List<Wanted> wanted) {
        var readers = new ArrayList<Remembering<?>>();
        var questions = new ArrayList<Asked>();
        for (var one : wanted) {
            if (!(of(one.view()) instanceof Remembering<?> reader)) continue;
            readers.add(reader);
            questions.add(new Asked(reader.shelf, one.index(), one.value()));
        }
        if (questions.isEmpty()) return;
        var answers = Shelf.together(questions);
        for (int n = 0; n < answers.size(); n++)
            readers.get(n).remember(questions.get(n), answers.get(n));
    }

    private ViewReader<?> reader(String name) {
        var shelf = shelves.get(name);
        if (shelf == null) throw new IllegalArgumentException("No view called " + name);
        return new Remembering<>(shelf, generation, position);
    }

    private static final class Remembering<V> implements ViewReader<V> {

        private record Question(String index, String value, String after, int limit) {}

        private final Shelf<V> shelf;
        private final int generation;
        private final long position;
        private final Map<String, @Nullable Kept<V>> known = new HashMap<>();
        private final Map<Question, List<Found<V>>> answered = new HashMap<>();

        Remembering(Shelf<V> shelf, int generation, long position) {
            this.shelf = shelf;
            this.generation = generation;
            this.position = position;
        }

        @Override
        public synchronized Map<String, Kept<V>> load(Collection<String> keys) {
            var unknown = new ArrayList<String>();
            for (var key : keys) if (!known.containsKey(key)) unknown.add(key);
            var read = shelf.load(unknown);
            makeRoom(unknown.size());
            var found = new LinkedHashMap<String, Kept<V>>();
            for (var key : keys) {
                var kept = known.containsKey(key) ? known.get(key) : read.get(key);
                known.put(key, kept);
                if (kept != null) found.put(key, kept);
            }
            return found;
        }

        @Override
        public synchronized List<Found<V>> find(
                String index, String value, String after, int limit) {
            var question = new Question(index, value, after, limit);
            var before = answered.get(question);
            if (before != null) return before;
            return remember(question, shelf.find(index, value, after, limit));
        }

        /** Caches the answer to a question. */
        synchronized void remember(Asked asked, List<Document> answer) {
            if (asked.isForOne()) {
                makeRoom(1);
                if (!known.containsKey(asked.value())) known.put(asked.value(), shelf.one(answer));
                return;
            }
            var question = new Question(asked.index(), asked.value(), "", Integer.MAX_VALUE);
            if (!answered.containsKey(question)) remember(question, shelf.all(asked, answer));
        }

        private List<Found<V>> remember(Question question, List<Found<Kept<V>>> read) {
            makeRoom(read.size());
            var found = new ArrayList<Found<V>>(read.size());
            for (var one : read) {
                var kept = known.get(one.value().key());
                if (kept == null) kept = one.value();
                known.put(kept.key(), kept);
                found.add(new Found<>(one.at(), kept.value()));
            }
            answered.put(question, List.copyOf(found));
            return found;
        }

        /** Not cached: these are many, and read once. */
        @Override
        public void changedSince(@Nullable ViewReader<V> before, Consumer<V> visitor) {
            var since =
                    before instanceof Remembering<V> earlier && earlier.generation == generation
                            ? earlier.position
                            : -1;
            shelf.changedSince(since, kept -> visitor.accept(kept.value()));
        }

        private void makeRoom(int more) {
            if (known.size() + more < REMEMBERED) return;
            known.clear();
            answered.clear();
        }
    }
}
