package colophon.commands.offering;

import static colophon.commands.campus.Sums.usd;

import colophon.events.money.Money;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.SeatHeld;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.SeatTaken;
import colophon.events.offering.Waitlist;
import colophon.events.offering.WaitlistJoined;
import colophon.events.offering.WaitlistLeft;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.Period;

/** Events of offering o-1; enrollment e-n belongs to student s-n. */
public final class OfferingFacts {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private OfferingFacts() {}

    static OfferingScheduled scheduled(int capacity, @Nullable Waitlist waitlist) {
        return scheduled("o-1", capacity, usd("1395"), null, TODAY.plusDays(4), waitlist);
    }

    /** An offering at this price; {@code endsOn} is its last day, inclusive. */
    public static OfferingScheduled priced(
            String id, String tuition, @Nullable String deposit, LocalDate endsOn) {
        var part = deposit == null ? null : usd(deposit);
        return scheduled(id, 9, usd(tuition), part, endsOn, null);
    }

    private static OfferingScheduled scheduled(
            String id,
            int capacity,
            Money tuition,
            @Nullable Money deposit,
            LocalDate endsOn,
            @Nullable Waitlist waitlist) {
        return new OfferingScheduled(
                id,
                "m-20",
                "rbs",
                "uva",
                TODAY,
                endsOn,
                capacity,
                tuition,
                deposit,
                null,
                Delivery.ONLINE,
                null,
                null,
                Admission.OPEN,
                waitlist,
                Period.ofDays(14),
                null);
    }

    static SeatTaken taken(int n) {
        return new SeatTaken("o-1", "e-" + n, "s-" + n);
    }

    static SeatHeld held(int n) {
        return new SeatHeld("o-1", "e-" + n, "s-" + n, TODAY);
    }

    static SeatReleased released(int n) {
        return new SeatReleased("o-1", "e-" + n, "s-" + n);
    }

    static WaitlistJoined joined(int n) {
        return new WaitlistJoined("o-1", "e-" + n, "s-" + n);
    }

    static WaitlistLeft left(int n) {
        return new WaitlistLeft("o-1", "e-" + n, "s-" + n);
    }

    static SeatRequest take(int n) {
        return new SeatRequest.Take("o-1", "e-" + n, "s-" + n);
    }

    static SeatRequest hold(int n) {
        return new SeatRequest.Hold("o-1", "e-" + n, "s-" + n, TODAY);
    }

    static SeatRequest join(int n) {
        return new SeatRequest.Join("o-1", "e-" + n, "s-" + n);
    }

    static SeatRequest leave(int n) {
        return new SeatRequest.Leave("o-1", "e-" + n);
    }
}
