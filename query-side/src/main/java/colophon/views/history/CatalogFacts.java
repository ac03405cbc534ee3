package colophon.views.history;

import colophon.events.Recorded;
import colophon.views.reading.Edition;
import colophon.views.reading.past.Log;

import java.util.ArrayList;
import java.util.List;

/**
 * Caches the events of the catalog. Every answer about the past needs them, they are few, and the
 * log never changes.
 */
final class CatalogFacts {

    private record Known(int generation, List<Recorded<?>> facts) {}

    private final Log log;
    private volatile Known known = new Known(0, List.of());

    CatalogFacts(Log log) {
        this.log = log;
    }

    /** All events of the catalog in this edition, in log order. May contain later ones. */
    List<Recorded<?>> of(Edition views) {
        var before = known;
        if (before.generation != views.generation())
            before = new Known(views.generation(), List.of());
        var facts = before.facts;
        var behind = facts.isEmpty() ? -1 : facts.getLast().index();
        var trail = views.of(Trail.CATALOG).get(Trail.ALL);
        var more = Trail.places(trail, behind, Long.MAX_VALUE);
        if (more.length == 0) return facts;
        var all = new ArrayList<Recorded<?>>(facts.size() + more.length);
        all.addAll(facts);
        all.addAll(log.read(more));
        // two threads may both read them; the later result wins, and only work is lost
        known = new Known(views.generation(), List.copyOf(all));
        return known.facts;
    }
}
