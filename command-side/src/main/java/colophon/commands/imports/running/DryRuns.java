package colophon.commands.imports.running;

import colophon.commands.desk.Caller;
import colophon.commands.desk.Owner;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The dry runs that this process remembers: of each caller the newest few, each under a name that
 * is that caller's alone, and of all together not more rows than there is room for.
 */
final class DryRuns {

    /** What the name of every dry run begins with, and of no import. */
    static final String PREFIX = "dry-run.";

    private static final int OF_ONE = 4;
    private static final int ROWS_OF_ALL = 400_000;

    /** Oldest first. */
    private final List<DryRun> all = new ArrayList<>();

    /** In place of the one that the same caller had under the same name. */
    synchronized void add(DryRun dryRun) {
        all.removeIf(
                one -> {
                    var same = isOf(one, dryRun.startedBy()) && one.id().equals(dryRun.id());
                    if (same) one.end();
                    return same;
                });
        all.add(dryRun);
        var own = all.stream().filter(one -> isOf(one, dryRun.startedBy())).toList();
        if (own.size() > OF_ONE) forget(own.getFirst());
        while (all.size() > 1 && rows() > ROWS_OF_ALL) forget(all.getFirst());
    }

    /** The caller's own under that name; else, for who looks after everything, the newest one. */
    synchronized @Nullable DryRun find(String name, Caller caller) {
        if (!name.startsWith(PREFIX)) return null;
        var named = all.reversed().stream().filter(one -> one.id().equals(name)).toList();
        for (var one : named) if (isOf(one, caller.who())) return one;
        for (var one : named) if (caller.scope().covers(Owner.account(one.startedBy()))) return one;
        return null;
    }

    private int rows() {
        return all.stream().mapToInt(DryRun::rows).sum();
    }

    private void forget(DryRun one) {
        one.end();
        all.remove(one);
    }

    private static boolean isOf(DryRun one, String who) {
        return one.startedBy().equals(who);
    }
}
