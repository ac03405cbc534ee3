package colophon.commands.offering;

import static colophon.commands.offering.OfferingFacts.hold;
import static colophon.commands.offering.OfferingFacts.join;
import static colophon.commands.offering.OfferingFacts.leave;
import static colophon.commands.offering.OfferingFacts.scheduled;
import static colophon.commands.offering.OfferingFacts.take;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.Refusal;
import colophon.events.offering.OfferingEvent;
import colophon.events.offering.SeatHeld;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.SeatTaken;
import colophon.events.offering.Waitlist;
import colophon.events.offering.WaitlistJoined;
import colophon.events.offering.WaitlistLeft;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.WithNull;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class OfferingPropertiesTest {

    /** A model that only records each event and knows no rules. */
    private static final class Clipboard {
        final Set<String> seats = new HashSet<>();
        final List<String> line = new ArrayList<>();

        void write(OfferingEvent event) {
            switch (event) {
                case SeatTaken e -> seats.add(e.studentId());
                case SeatHeld e -> seats.add(e.studentId());
                case SeatReleased e -> seats.remove(e.studentId());
                case WaitlistJoined e -> line.add(e.studentId());
                case WaitlistLeft e -> line.remove(e.studentId());
                default -> {}
            }
        }
    }

    @Property(tries = 1000)
    void capacity_and_every_place_in_line_are_true_at_every_prefix(
            @ForAll @IntRange(min = 1, max = 4) int capacity,
            @ForAll @WithNull @Nullable Waitlist waitlist,
            @ForAll @Size(max = 60) List<@IntRange(max = 63) Integer> choices) {
        var offering = Offering.evolve(new Offering.Unknown(), scheduled(capacity, waitlist));
        var seen = new Clipboard();
        for (var choice : choices)
            for (var event : decided(move(choice % 4, choice / 4), offering)) {
                offering = Offering.evolve(offering, event);
                seen.write(event);
                var now = (Offering.Scheduled) offering;

                assertThat(now.seated().size() + now.held().size())
                        .isEqualTo(seen.seats.size())
                        .isLessThanOrEqualTo(capacity);
                assertThat(now.line().stream().map(WaitlistJoined::studentId).toList())
                        .isEqualTo(seen.line)
                        .doesNotHaveDuplicates()
                        .noneMatch(seen.seats::contains);
                if (waitlist == null) assertThat(seen.line).isEmpty();
            }
    }

    @Property(tries = 400)
    void in_a_line_nobody_gets_a_seat_before_whoever_came_first(
            @ForAll @IntRange(min = 1, max = 3) int capacity,
            @ForAll @Size(max = 60) List<@IntRange(max = 63) Integer> choices) {
        var offering = Offering.evolve(new Offering.Unknown(), scheduled(capacity, Waitlist.FIFO));
        for (var choice : choices) {
            var first = ((Offering.Scheduled) offering).line().stream().findFirst().orElse(null);
            for (var event : decided(move(choice % 4, choice / 4), offering)) {
                offering = Offering.evolve(offering, event);
                if (first != null && event instanceof SeatHeld held)
                    assertThat(held.enrollmentId()).isEqualTo(first.enrollmentId());
            }
        }
    }

    @Property(tries = 400)
    void seats_as_many_different_students_as_ask_up_to_its_capacity(
            @ForAll @IntRange(min = 1, max = 12) int capacity,
            @ForAll @Size(max = 40) List<@IntRange(max = 20) Integer> students) {
        var offering = Offering.evolve(new Offering.Unknown(), scheduled(capacity, null));
        int taken = 0;
        for (int i = 0; i < students.size(); i++) {
            var move = new SeatRequest.Take("o-1", "e-" + i, "s-" + students.get(i));
            for (var event : decided(move, offering)) {
                offering = Offering.evolve(offering, event);
                taken++;
            }
        }

        assertThat(taken).isEqualTo(Math.min(capacity, new HashSet<>(students).size()));
        assertThat(((Offering.Scheduled) offering).seated()).hasSize(taken);
    }

    private static SeatRequest move(int kind, int n) {
        return switch (kind) {
            case 0 -> take(n);
            case 1 -> hold(n);
            case 2 -> join(n);
            default -> leave(n);
        };
    }

    private static List<OfferingEvent> decided(SeatRequest move, Offering to) {
        try {
            return Offering.decide(move, to);
        } catch (Refusal refusal) {
            return List.of(); // a refusal is fine: it changes nothing
        }
    }
}
