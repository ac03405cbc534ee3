package colophon.model;

import colophon.events.Recorded;
import colophon.views.ViewsConfiguration;
import colophon.views.reading.DeadLetters;
import colophon.views.reading.View;
import colophon.views.reading.ViewDatabase;
import colophon.views.reading.ViewPosition;
import colophon.views.reading.ViewReader;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.memory.MemoryDeadLetters;
import colophon.views.reading.memory.MemoryViewDatabase;
import colophon.views.reading.projection.Projector;
import colophon.views.reading.projection.ViewsProjection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Views in memory that begin anew as often as a test wants, in the same context. */
final class FreshViews implements ViewDatabase, DeadLetters {

    private final Clock clock;
    private final ViewPosition position;
    private int generation;
    private MemoryViewDatabase database;
    private MemoryDeadLetters deadLetters;
    private ViewsProjection projection;

    FreshViews(Clock clock, ViewPosition position) {
        this.clock = clock;
        this.position = position;
        begin();
    }

    /** Views that have read nothing, as another generation. */
    void begin() {
        generation++;
        database =
                new MemoryViewDatabase(
                        ViewsConfiguration.VIEWS,
                        zone -> LocalDate.ofInstant(clock.instant(), zone));
        deadLetters = new MemoryDeadLetters();
        position.moveTo(0);
        projection =
                new ViewsProjection(
                        new Projector(ViewsConfiguration.VIEWS, database, deadLetters, clock),
                        database,
                        position);
    }

    void read(Recorded<?> fact) {
        projection.read(List.of(fact));
    }

    @Override
    public ViewSnapshot snapshot() {
        return new NumberedSnapshot(database.snapshot(), generation);
    }

    @Override
    public int size() {
        return deadLetters.size();
    }

    @Override
    public List<DeadLetter> list(String afterPlace, int limit) {
        return deadLetters.list(afterPlace, limit);
    }

    @Override
    public boolean contains(String view, String key) {
        return deadLetters.contains(view, key);
    }

    @Override
    public void add(DeadLetter event) {
        deadLetters.add(event);
    }

    private record NumberedSnapshot(ViewSnapshot views, int generation) implements ViewSnapshot {

        @Override
        public long position() {
            return views.position();
        }

        @Override
        public LocalDate today(ZoneId zone) {
            return views.today(zone);
        }

        @Override
        public <V> ViewReader<V> of(View<V> view) {
            return views.of(view);
        }
    }
}
