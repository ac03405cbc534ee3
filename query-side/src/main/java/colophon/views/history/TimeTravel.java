package colophon.views.history;

import colophon.events.EventDetails;
import colophon.events.Recorded;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.WaitlistJoined;
import colophon.events.student.CandidacyDeclared;
import colophon.views.enrollment.Enrollment;
import colophon.views.fund.Award;
import colophon.views.reading.View;
import colophon.views.reading.ViewReader;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.memory.MemoryDeadLetters;
import colophon.views.reading.memory.MemoryViewDatabase;
import colophon.views.reading.past.PastEvents;
import colophon.views.reading.past.PastViews;
import colophon.views.reading.past.TimeTravelSubject;
import colophon.views.reading.projection.Projector;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Rebuilds the views of the past: reads the few events that an answer needs again, in log order,
 * into views that serve only this answer. Their indexes hold the places of these events.
 */
public final class TimeTravel implements PastViews {

    private final List<View<?>> views;
    private final PastEvents log;
    private final Clock clock;
    private final CatalogEvents catalog;

    /** Rebuilds these views, without the indexes. The clock decides what "now" is. */
    public TimeTravel(Collection<View<?>> views, PastEvents log, Clock clock) {
        this.views = views.stream().filter(view -> !EventIndex.VIEWS.contains(view)).toList();
        this.log = log;
        this.clock = clock;
        this.catalog = new CatalogEvents(log);
    }

    @Override
    public ViewSnapshot of(ViewSnapshot now, TimeTravelSubject subject, String id, Cutoff until) {
        var facts = new TreeMap<Long, Recorded<?>>();
        for (var fact : catalog.of(now)) {
            if (fact.position() > until.position()) break;
            facts.put(fact.index(), fact);
        }
        var upTo = Recorded.endOf(until.position());
        for (var fact : log.read(EventIndex.places(index(now, subject, id), -1, upTo)))
            facts.put(fact.index(), fact);
        for (var fact : log.read(places(now, students(now, subject, id, facts.values()), upTo)))
            facts.put(fact.index(), fact);
        for (var fact : log.read(lines(now, facts.values(), upTo))) facts.put(fact.index(), fact);
        if (subject == TimeTravelSubject.STUDENT_AND_OFFERINGS) {
            var day = today(until).apply(ZoneOffset.UTC).minusDays(1);
            for (var fact : log.read(seats(now, facts.values(), day, upTo)))
                facts.put(fact.index(), fact);
        }
        var asOf = until.asOf();
        var told = asOf == null ? facts.values() : inEffect(facts.values(), asOf);
        var library = new MemoryViewDatabase(views, today(until));
        new Projector(views, library, new MemoryDeadLetters(), clock)
                .readAll(told, until.position());
        return new PastSnapshot(library.snapshot(), now);
    }

    /** A snapshot of the past, together with the present one. */
    private record PastSnapshot(ViewSnapshot past, ViewSnapshot present) implements ViewSnapshot {

        @Override
        public long position() {
            return past.position();
        }

        @Override
        public int generation() {
            return past.generation();
        }

        @Override
        public LocalDate today(ZoneId zone) {
            return past.today(zone);
        }

        @Override
        public <V> ViewReader<V> of(View<V> view) {
            return past.of(view);
        }
    }

    private static @Nullable EventIndex index(
            ViewSnapshot now, TimeTravelSubject subject, String id) {
        return switch (subject) {
            case OFFERING -> now.of(EventIndex.OFFERINGS).get(id);
            case FUND -> now.of(EventIndex.FUNDS).get(id);
            case STUDENT, STUDENT_AND_OFFERINGS, ENROLLMENT, AWARD, CATALOG -> null;
        };
    }

    /**
     * The students of which an answer needs the events. For a fund or an offering, these are all
     * students that its events name.
     */
    private static Set<String> students(
            ViewSnapshot now, TimeTravelSubject subject, String id, Collection<Recorded<?>> known) {
        return switch (subject) {
            case STUDENT, STUDENT_AND_OFFERINGS -> Set.of(id);
            case ENROLLMENT -> {
                var enrollment = now.of(Enrollment.VIEW).get(id);
                yield enrollment == null ? Set.of() : Set.of(enrollment.studentId());
            }
            case AWARD -> {
                var award = now.of(Award.VIEW).get(id);
                yield award == null ? Set.of() : Set.of(award.studentId());
            }
            case FUND, OFFERING -> {
                var students = new TreeSet<String>();
                for (var fact : known) {
                    var student = EventDetails.studentId(fact.event());
                    if (student != null) students.add(student);
                }
                yield students;
            }
            case CATALOG -> Set.of();
        };
    }

    private static long[] places(ViewSnapshot now, Set<String> students, long upTo) {
        return now.of(EventIndex.STUDENTS).load(students).values().stream()
                .flatMapToLong(index -> LongStream.of(EventIndex.places(index.value(), -1, upTo)))
                .toArray();
    }

    /**
     * The order of a waitlist depends on other students, so the index of the offering is needed.
     */
    private static long[] lines(ViewSnapshot now, Collection<Recorded<?>> known, long upTo) {
        var offerings = new TreeSet<String>();
        for (var fact : known)
            if (fact.event() instanceof WaitlistJoined e) offerings.add(e.offeringId());
        return placesOf(now, offerings, upTo);
    }

    /**
     * Whether an offering is open depends on other students, too. Their indexes of those are needed
     * that begin on that day or later, where the student has declared for a certificate.
     */
    private static long[] seats(
            ViewSnapshot now, Collection<Recorded<?>> known, LocalDate day, long upTo) {
        var institutions = new TreeSet<String>();
        for (var fact : known)
            if (fact.event() instanceof CandidacyDeclared e) institutions.add(e.institutionId());
        var offerings = new TreeSet<String>();
        for (var fact : known)
            if (fact.event() instanceof OfferingScheduled e
                    && institutions.contains(e.institutionId())
                    && !e.startsOn().isBefore(day)) offerings.add(e.offeringId());
        return placesOf(now, offerings, upTo);
    }

    private static long[] placesOf(ViewSnapshot now, Set<String> offerings, long upTo) {
        return now.of(EventIndex.OFFERINGS).load(offerings).values().stream()
                .flatMapToLong(index -> LongStream.of(EventIndex.places(index.value(), -1, upTo)))
                .toArray();
    }

    /** The events in effect by that day. An event without a day is always in effect. */
    private static List<Recorded<?>> inEffect(Collection<Recorded<?>> facts, LocalDate asOf) {
        var kept = new ArrayList<Recorded<?>>(facts.size());
        var commit = new ArrayList<Recorded<?>>();
        for (var fact : facts) {
            if (!commit.isEmpty() && commit.getFirst().position() != fact.position()) {
                keep(commit, asOf, kept);
                commit.clear();
            }
            commit.add(fact);
        }
        keep(commit, asOf, kept);
        return kept;
    }

    private static void keep(List<Recorded<?>> commit, LocalDate asOf, List<Recorded<?>> kept) {
        var events = commit.stream().<Object>map(Recorded::event).toList();
        for (var fact : commit) {
            var on = CommitDates.on(fact.event(), events);
            if (on == null || !on.isAfter(asOf)) kept.add(fact);
        }
    }

    private Function<ZoneId, LocalDate> today(Cutoff until) {
        var asOf = until.asOf();
        if (asOf != null) return _ -> asOf;
        var instant = until.knownAt() == null ? clock.instant() : until.knownAt();
        return zone -> LocalDate.ofInstant(instant, zone);
    }
}
