package colophon.commands.imports.api;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.api.access.Actor;
import colophon.api.access.CurrentActor;
import colophon.api.access.Role;
import colophon.commands.imports.running.DryRun;
import colophon.events.imports.ImportKind;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.Set;

/** Each caller has their own dry runs, even if others use the same names. */
class DryRunsTest {

    private static final String NAME = DryRuns.PREFIX + "x";

    private final DryRuns dryRuns = new DryRuns();

    @Test
    void two_callers_use_one_name_and_neither_sees_or_ends_that_of_the_other() {
        var mine = add("bursar", NAME, 1);
        var theirs = add("registrar", NAME, 1);
        assertThat(dryRuns.find(NAME, caller("bursar", false))).isSameAs(mine);
        assertThat(dryRuns.find(NAME, caller("registrar", false))).isSameAs(theirs);
        assertThat(dryRuns.find(NAME, caller("officer", false))).isNull();
        assertThat(mine.isEnded()).isFalse();
    }

    @Test
    void another_of_the_same_caller_takes_its_place_and_ends_it() {
        var first = add("bursar", NAME, 1);
        var second = add("bursar", NAME, 1);
        assertThat(dryRuns.find(NAME, caller("bursar", false))).isSameAs(second);
        assertThat(first.isEnded()).isTrue();
    }

    @Test
    void who_looks_after_everything_sees_their_own_first_and_else_the_newest() {
        add("bursar", NAME, 1);
        var newest = add("registrar", NAME, 1);
        assertThat(dryRuns.find(NAME, caller("administrator", true))).isSameAs(newest);
        var own = add("administrator", NAME, 1);
        assertThat(dryRuns.find(NAME, caller("administrator", true))).isSameAs(own);
    }

    @Test
    void many_of_one_caller_push_out_none_of_another() {
        var mine = add("bursar", NAME, 1);
        for (var n = 0; n < 20; n++) add("registrar", NAME + n, 1);
        assertThat(dryRuns.find(NAME, caller("bursar", false))).isSameAs(mine);
        assertThat(dryRuns.find(NAME + 15, caller("registrar", false))).isNull();
        assertThat(dryRuns.find(NAME + 16, caller("registrar", false))).isNotNull();
    }

    @Test
    void all_together_have_so_many_rows() {
        var first = add("caller-0", NAME, 100_000);
        for (var n = 1; n < 5; n++) add("caller-" + n, NAME, 100_000);
        assertThat(dryRuns.find(NAME, caller("caller-0", false))).isNull();
        assertThat(first.isEnded()).isTrue();
        assertThat(dryRuns.find(NAME, caller("caller-1", false))).isNotNull();
    }

    @Test
    void an_import_is_no_dry_run() {
        add("bursar", NAME, 1);
        assertThat(dryRuns.find("x", caller("bursar", false))).isNull();
    }

    private DryRun add(String who, String name, int rows) {
        var dryRun = new DryRun(name, who, ImportKind.PAYMENTS, "d", rows);
        dryRuns.add(dryRun);
        return dryRun;
    }

    private static CurrentActor caller(String who, boolean overseer) {
        var role = overseer ? Role.ADMINISTRATOR : Role.BURSAR;
        return () -> Optional.of(new Actor(who, Set.of(role), Set.of(), null));
    }
}
