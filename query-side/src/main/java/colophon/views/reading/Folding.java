package colophon.views.reading;

import colophon.events.Recorded;
import colophon.views.reading.Parked.ParkedEvent;
import colophon.views.reading.ViewReader.Kept;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

/**
 * Reads events into all views: find, evolve, save. If a record cannot read an event, the record
 * stays as it was, and the event and all later ones for the record become dead letters. Other
 * records are not affected.
 */
public final class Folding {

    private final List<Line<?>> lines;
    private final WritableLibrary library;
    private final Parked parked;
    private final Clock clock;
    private final Share share;

    /** The clock serves only to date dead letters. */
    public Folding(Collection<View<?>> views, WritableLibrary library, Parked parked, Clock clock) {
        this(views, library, parked, clock, Share.ALL);
    }

    /** Reads only into the records of this share. */
    public Folding(
            Collection<View<?>> views,
            WritableLibrary library,
            Parked parked,
            Clock clock,
            Share share) {
        this.share = share;
        this.lines = views.stream().<Line<?>>map(view -> Line.of(view, library)).toList();
        this.library = library;
        this.parked = parked;
        this.clock = clock;
    }

    /**
     * Reads one event. Readers see it when its commit is complete. Reading it again does nothing.
     */
    public void read(Recorded<?> fact) {
        fold(fact);
        if (fact.endsCommit() && fact.position() > library.edition().position())
            library.publish(fact.position());
    }

    /** Reads all of these. Readers see them together, as the state at that commit. */
    public void readAll(Iterable<? extends Recorded<?>> facts, long position) {
        readAll(facts);
        library.publish(position);
    }

    /** Reads all of these. Readers see them only after the next publication. */
    public void readAll(Iterable<? extends Recorded<?>> facts) {
        facts.forEach(this::fold);
    }

    /** Forgets all records and dead letters. */
    public void clear() {
        library.clear();
        parked.clear();
    }

    private void fold(Recorded<?> fact) {
        for (var line : lines) read(line, fact);
    }

    private <V> void read(Line<V> line, Recorded<?> fact) {
        String key;
        try {
            key = line.view.key().of(fact.event());
        } catch (RuntimeException e) {
            if (share.holds(line.view.name(), "?")) park(line, "?", fact, inWords(e));
            return;
        }
        if (key == null || !share.holds(line.view.name(), key)) return;
        var before = line.store.kept(key);
        if (before != null && !fact.isAfter(before.position(), before.offset())) return;
        if (parked.holds(line.view.name(), key)) {
            park(line, key, fact, "waits behind an event that could not be read");
            return;
        }
        V after;
        try {
            after = line.view.fold().evolve(before == null ? null : before.value(), fact);
        } catch (RuntimeException e) {
            park(line, key, fact, inWords(e));
            return;
        }
        line.store.save(List.of(new Kept<>(key, after, fact.position(), fact.offset())));
    }

    private void park(Line<?> line, String key, Recorded<?> fact, String reason) {
        parked.park(
                new ParkedEvent(
                        line.view.name(),
                        key,
                        fact.position(),
                        fact.offset(),
                        fact.event().getClass().getSimpleName(),
                        reason,
                        clock.instant()));
    }

    private static String inWords(RuntimeException e) {
        var message = e.getMessage();
        return message == null
                ? "could not be read (" + e.getClass().getSimpleName() + ")"
                : message;
    }

    private record Line<V>(View<V> view, ViewStore<V> store) {

        static <V> Line<V> of(View<V> view, WritableLibrary library) {
            return new Line<>(view, library.store(view));
        }
    }
}
