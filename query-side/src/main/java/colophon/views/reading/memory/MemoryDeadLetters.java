package colophon.views.reading.memory;

import colophon.views.reading.DeadLetters;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps the dead letters of views in memory. */
public final class MemoryDeadLetters implements DeadLetters {

    private final ConcurrentSkipListMap<String, DeadLetter> events = new ConcurrentSkipListMap<>();
    private final Set<String> records = ConcurrentHashMap.newKeySet();

    @Override
    public int size() {
        return events.size();
    }

    @Override
    public List<DeadLetter> list(String afterPlace, int limit) {
        return events.tailMap(afterPlace, false).values().stream().limit(limit).toList();
    }

    @Override
    public boolean contains(String view, String key) {
        return !records.isEmpty() && records.contains(view + "/" + key);
    }

    @Override
    public void add(DeadLetter event) {
        records.add(event.view() + "/" + event.key());
        events.putIfAbsent(event.place(), event);
    }
}
