package colophon.commands.imports.api;

import colophon.api.access.CurrentActor;
import colophon.api.access.Owner;
import colophon.commands.imports.running.DryRun;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The dry runs this process remembers: the newest few of each account, up to a limit of rows for
 * all accounts. A name is unique per account.
 */
final class DryRuns {

    /** Prefix of the name of every dry run. No import id may have it. */
    static final String PREFIX = "dry-run.";

    private static final int OF_ONE = 4;
    private static final int ROWS_OF_ALL = 400_000;

    /** Oldest first. */
    private final List<DryRun> all = new ArrayList<>();

    /** Adds a dry run. It replaces one of the same account under the same name. */
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

    /**
     * The caller's own dry run of that name; for an account that sees all, else the newest of that
     * name.
     */
    synchronized @Nullable DryRun find(String name, CurrentActor actor) {
        if (!name.startsWith(PREFIX)) return null;
        var named = all.reversed().stream().filter(one -> one.id().equals(name)).toList();
        for (var one : named) if (isOf(one, actor.current().id())) return one;
        for (var one : named) if (actor.access().covers(Owner.account(one.startedBy()))) return one;
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
