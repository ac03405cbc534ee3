package colophon.views.reading.projection;

import colophon.events.Recorded;
import colophon.views.reading.DeadLetters;
import colophon.views.reading.DeadLetters.DeadLetter;
import colophon.views.reading.View;
import colophon.views.reading.ViewReader.VersionedRecord;
import colophon.views.reading.ViewStore;
import colophon.views.reading.WritableViewDatabase;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

/**
 * Reads events into all views: find, evolve, save. If a record cannot read an event, the record
 * stays as it was, and the event and all later ones for the record become dead letters. Other
 * records are not affected.
 */
public final class Projector {

    private final List<ProjectedView<?>> lines;
    private final WritableViewDatabase database;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private final Segment segment;

    /** The clock serves only to date dead letters. */
    public Projector(
            Collection<View<?>> views,
            WritableViewDatabase database,
            DeadLetters deadLetters,
            Clock clock) {
        this(views, database, deadLetters, clock, Segment.ALL);
    }

    /** Reads only into the records of this share. */
    public Projector(
            Collection<View<?>> views,
            WritableViewDatabase database,
            DeadLetters deadLetters,
            Clock clock,
            Segment segment) {
        this.segment = segment;
        this.lines =
                views.stream()
                        .<ProjectedView<?>>map(view -> ProjectedView.of(view, database))
                        .toList();
        this.database = database;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /**
     * Reads one event. Readers see it when its commit is complete. Reading it again does nothing.
     */
    public void read(Recorded<?> fact) {
        fold(fact);
        if (fact.endsCommit() && fact.position() > database.snapshot().position())
            database.publish(fact.position());
    }

    /** Reads all of these. Readers see them together, as the state at that commit. */
    public void readAll(Iterable<? extends Recorded<?>> facts, long position) {
        readAll(facts);
        database.publish(position);
    }

    /** Reads all of these. Readers see them only after the next publication. */
    public void readAll(Iterable<? extends Recorded<?>> facts) {
        facts.forEach(this::fold);
    }

    private void fold(Recorded<?> fact) {
        for (var line : lines) read(line, fact);
    }

    private <V> void read(ProjectedView<V> line, Recorded<?> fact) {
        String key;
        try {
            key = line.view.key().of(fact.event());
        } catch (RuntimeException e) {
            if (segment.holds(line.view.name(), "?")) park(line, "?", fact, inWords(e));
            return;
        }
        if (key == null || !segment.holds(line.view.name(), key)) return;
        var before = line.store.kept(key);
        if (before != null && !fact.isAfter(before.position(), before.offset())) return;
        if (deadLetters.contains(line.view.name(), key)) {
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
        line.store.save(List.of(new VersionedRecord<>(key, after, fact.position(), fact.offset())));
    }

    private void park(ProjectedView<?> line, String key, Recorded<?> fact, String reason) {
        deadLetters.add(
                new DeadLetter(
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

    private record ProjectedView<V>(View<V> view, ViewStore<V> store) {

        static <V> ProjectedView<V> of(View<V> view, WritableViewDatabase database) {
            return new ProjectedView<>(view, database.store(view));
        }
    }
}
