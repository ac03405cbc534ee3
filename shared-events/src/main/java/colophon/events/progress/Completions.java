package colophon.events.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The completions of a student, the earliest first, and their amounts as whole numbers.
 *
 * @param scale so many decimals the finest of all amounts has
 */
record Completions(List<Attempt> all, int scale) {

    /** No amount that can be recorded has more; what has is rounded down, and judged exactly. */
    private static final int FINEST = 6;

    static Completions of(List<Attempt> all, int finest) {
        int scale = finest;
        for (var one : all) scale = Math.max(scale, one.worth().scale());
        return new Completions(all, Math.min(scale, FINEST));
    }

    int size() {
        return all.size();
    }

    Attempt get(int place) {
        return all.get(place);
    }

    long whole(BigDecimal amount) {
        return amount.movePointRight(scale).longValue();
    }

    /** Those of some places, in their order. */
    List<Attempt> some(Bits places) {
        var some = new ArrayList<Attempt>();
        for (int i = places.next(0); i >= 0; i = places.next(i + 1)) some.add(get(i));
        return List.copyOf(some);
    }

    Bits bits() {
        return Bits.of(size(), _ -> true);
    }
}
