package colophon.views.history;

import colophon.events.Recorded;
import colophon.views.reading.Edition;
import colophon.views.reading.past.Log;

import java.util.ArrayList;
import java.util.List;

/**
 * The catalog's events, kept once they were read: every answer about the past needs them, they are
 * few, and the log never changes them.
 */
final class CatalogFacts {

    private record Known(int generation, List<Recorded<?>> facts) {}

    private final Log log;
    private volatile Known known = new Known(0, List.of());

    CatalogFacts(Log log) {
        this.log = log;
    }

    /** All that the catalog's trail of this edition leads to, and maybe more, in log order. */
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
        // of two askers at once the later one wins, which loses nothing but the work
        known = new Known(views.generation(), List.copyOf(all));
        return known.facts;
    }
}
