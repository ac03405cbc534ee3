package colophon.storage.views;

import colophon.events.Recorded;
import colophon.views.School;
import colophon.views.history.RandomSchool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Histories to fold, always the same. */
final class SampleHistories {

    private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");

    private SampleHistories() {}

    /** A new school, and this many random commits. */
    static List<Recorded<?>> random(long seed, int commits) {
        var school = new RandomSchool(seed);
        var facts = new ArrayList<Recorded<?>>();
        long number = 0;
        for (var event : School.events()) add(facts, ++number, event);
        for (int i = 0; i < commits; i++) add(facts, ++number, school.next());
        return facts;
    }

    private static void add(List<Recorded<?>> facts, long number, Object... events) {
        for (int i = 0; i < events.length; i++)
            facts.add(
                    new Recorded<>(
                            events[i],
                            number,
                            i == events.length - 1 ? Recorded.LAST : i,
                            FIRST.plusSeconds(number),
                            "registrar@example.org",
                            "event-" + number + "-" + i));
    }
}
