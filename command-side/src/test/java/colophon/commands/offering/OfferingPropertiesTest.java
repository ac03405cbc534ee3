package colophon.commands.offering;

import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.Refusal;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.OfferingEvent;
import colophon.events.offering.OfferingScheduled;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;

class OfferingPropertiesTest {

    @Property(tries = 400)
    void seats_as_many_different_students_as_ask_up_to_its_capacity(
            @ForAll @IntRange(min = 1, max = 12) int capacity,
            @ForAll @Size(max = 40) List<@IntRange(max = 20) Integer> students) {
        Offering offering = Offering.evolve(new Offering.Unknown(), scheduled(capacity));
        int taken = 0;
        for (int i = 0; i < students.size(); i++)
            for (var event : decided("e-" + i, "s-" + students.get(i), offering)) {
                offering = Offering.evolve(offering, event);
                taken++;
            }

        assertThat(taken).isEqualTo(Math.min(capacity, new HashSet<>(students).size()));
        assertThat(((Offering.Scheduled) offering).seated()).hasSize(taken);
    }

    private static List<OfferingEvent> decided(String enrollment, String student, Offering to) {
        try {
            return Offering.decide(new TakeSeat("o-1", enrollment, student), to);
        } catch (Refusal refusal) {
            return List.of(); // a fine answer: nothing changes
        }
    }

    private static OfferingScheduled scheduled(int capacity) {
        var day = LocalDate.of(2026, 6, 1);
        return new OfferingScheduled(
                "o-1",
                "m-20",
                "rbs",
                "uva",
                day,
                day,
                capacity,
                usd("1"),
                null,
                null,
                Delivery.ONLINE,
                null,
                null,
                Admission.OPEN,
                null,
                Period.ofDays(14),
                null);
    }
}
