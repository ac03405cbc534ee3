package colophon.views;

import colophon.views.disclosure.Disclosures;
import colophon.views.disclosure.Look;
import colophon.views.disclosure.NotRecordedException;
import colophon.views.reading.ViewReader.Found;
import colophon.views.reading.asking.Asking;

import java.util.ArrayList;
import java.util.List;

/** Keeps disclosures in memory, and can be made to fail. */
public final class Looks implements Disclosures {

    volatile Asking asking = World.REGISTRAR;
    private final List<Look> all = new ArrayList<>();
    private int left = Integer.MAX_VALUE;

    /** Starts again: no disclosures, no failures. */
    synchronized void begin() {
        asking = World.REGISTRAR;
        all.clear();
        left = Integer.MAX_VALUE;
    }

    /** Fails after this many more disclosures. */
    public synchronized void takeOnly(int more) {
        left = more;
    }

    /** All disclosures so far, oldest first. */
    public synchronized List<Look> all() {
        return List.copyOf(all);
    }

    @Override
    public synchronized void record(List<Look> looks) {
        if (left < looks.size()) throw new NotRecordedException("no room", null);
        left -= looks.size();
        all.addAll(looks);
    }

    @Override
    public synchronized List<Found<Look>> of(String studentId, String behind, int limit) {
        var found = new ArrayList<Found<Look>>();
        var before = behind.isEmpty() ? all.size() : Integer.parseInt(behind);
        for (int i = before - 1; i >= 0 && found.size() < limit; i--)
            if (all.get(i).studentId().equals(studentId))
                found.add(new Found<>("%09d".formatted(i), all.get(i)));
        return found;
    }
}
