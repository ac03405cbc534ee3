package colophon.views;

import colophon.api.access.Actor;
import colophon.api.paging.FoundRecord;
import colophon.views.disclosure.Disclosure;
import colophon.views.disclosure.DisclosureNotRecordedException;
import colophon.views.disclosure.Disclosures;

import java.util.ArrayList;
import java.util.List;

/** Keeps disclosures in memory, and can be made to fail. */
public final class MemoryDisclosures implements Disclosures {

    volatile Actor asking = QuerySide.REGISTRAR;
    private final List<Disclosure> all = new ArrayList<>();
    private int left = Integer.MAX_VALUE;

    /** Starts again: no disclosures, no failures. */
    synchronized void begin() {
        asking = QuerySide.REGISTRAR;
        all.clear();
        left = Integer.MAX_VALUE;
    }

    /** Fails after this many more disclosures. */
    public synchronized void takeOnly(int more) {
        left = more;
    }

    /** All disclosures so far, oldest first. */
    public synchronized List<Disclosure> all() {
        return List.copyOf(all);
    }

    @Override
    public synchronized void record(List<Disclosure> looks) {
        if (left < looks.size()) throw new DisclosureNotRecordedException("no room", null);
        left -= looks.size();
        all.addAll(looks);
    }

    @Override
    public synchronized List<FoundRecord<Disclosure>> of(
            String studentId, String behind, int limit) {
        var found = new ArrayList<FoundRecord<Disclosure>>();
        var before = behind.isEmpty() ? all.size() : Integer.parseInt(behind);
        for (int i = before - 1; i >= 0 && found.size() < limit; i--)
            if (all.get(i).studentId().equals(studentId))
                found.add(new FoundRecord<>("%09d".formatted(i), all.get(i)));
        return found;
    }
}
