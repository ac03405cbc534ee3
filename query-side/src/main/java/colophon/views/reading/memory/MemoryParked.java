package colophon.views.reading.memory;

import colophon.views.reading.Parked;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps the dead letters of views in memory. */
public final class MemoryParked implements Parked {

    private final ConcurrentSkipListMap<String, ParkedEvent> events = new ConcurrentSkipListMap<>();
    private final Set<String> records = ConcurrentHashMap.newKeySet();

    @Override
    public int size() {
        return events.size();
    }

    @Override
    public List<ParkedEvent> list(String afterPlace, int limit) {
        return events.tailMap(afterPlace, false).values().stream().limit(limit).toList();
    }

    @Override
    public boolean holds(String view, String key) {
        return !records.isEmpty() && records.contains(view + "/" + key);
    }

    @Override
    public void park(ParkedEvent event) {
        records.add(event.view() + "/" + event.key());
        events.putIfAbsent(event.place(), event);
    }

    @Override
    public void clear() {
        events.clear();
        records.clear();
    }
}
