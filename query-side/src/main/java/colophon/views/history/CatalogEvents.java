package colophon.views.history;

import colophon.events.Recorded;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.past.PastEvents;

import java.util.ArrayList;
import java.util.List;

/**
 * Caches the events of the catalog. Every answer about the past needs them, they are few, and the
 * log never changes.
 */
final class CatalogEvents {

    private record KnownEvents(int generation, List<Recorded<?>> facts) {}

    private final PastEvents log;
    private volatile KnownEvents known = new KnownEvents(0, List.of());

    CatalogEvents(PastEvents log) {
        this.log = log;
    }

    /** All events of the catalog in this snapshot, in log order. May contain later ones. */
    List<Recorded<?>> of(ViewSnapshot views) {
        var before = known;
        if (before.generation != views.generation())
            before = new KnownEvents(views.generation(), List.of());
        var facts = before.facts;
        var behind = facts.isEmpty() ? -1 : facts.getLast().index();
        var eventIndex = views.of(EventIndex.CATALOG).get(EventIndex.ALL);
        var more = EventIndex.places(eventIndex, behind, Long.MAX_VALUE);
        if (more.length == 0) return facts;
        var all = new ArrayList<Recorded<?>>(facts.size() + more.length);
        all.addAll(facts);
        all.addAll(log.read(more));
        // two threads may both read them; the later result wins, and only work is lost
        known = new KnownEvents(views.generation(), List.copyOf(all));
        return known.facts;
    }
}
