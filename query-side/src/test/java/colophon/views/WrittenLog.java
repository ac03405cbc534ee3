package colophon.views;

import colophon.events.Recorded;
import colophon.views.reading.past.PastEvents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;

/** A log in memory. */
public final class WrittenLog implements PastEvents {

    private final ConcurrentSkipListMap<Long, Recorded<?>> facts = new ConcurrentSkipListMap<>();

    /** A log of these facts. */
    public static WrittenLog of(List<Recorded<?>> facts) {
        var log = new WrittenLog();
        facts.forEach(log::add);
        return log;
    }

    void add(Recorded<?> fact) {
        facts.putIfAbsent(fact.index(), fact);
    }

    void clear() {
        facts.clear();
    }

    List<Recorded<?>> all() {
        return List.copyOf(facts.values());
    }

    @Override
    public List<Recorded<?>> read(long[] places) {
        var found = new ArrayList<Recorded<?>>();
        for (var place : LongStream.of(places).sorted().distinct().toArray()) {
            var fact = facts.get(place);
            if (fact == null) throw new IllegalArgumentException("Nothing at " + place);
            found.add(fact);
        }
        return found;
    }

    @Override
    public List<Recorded<?>> commit(long number) {
        return all().stream().filter(fact -> fact.position() == number).toList();
    }

    @Override
    public long knownAt(Instant instant) {
        long known = 0;
        for (var fact : facts.values())
            if (!fact.recordedAt().isAfter(instant)) known = fact.position();
        return known;
    }
}
