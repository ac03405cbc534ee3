package colophon.views.reading.memory;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class SortedTreeTest {

    @Property(tries = 300)
    void holds_what_a_tree_map_holds_whatever_the_order(
            @ForAll @Size(max = 2_000) List<@IntRange(max = 3_000) Integer> keys) {
        var tree = new SortedTree<Integer>();
        var expected = new TreeMap<String, Integer>();
        for (var key : keys) {
            if (key % 5 == 4) {
                tree.remove(name(key - 1));
                expected.remove(name(key - 1));
            } else {
                tree.put(name(key), key);
                expected.put(name(key), key);
            }
            assertThat(tree.get(name(key))).isEqualTo(expected.get(name(key)));
        }
        assertThat(entries(tree.snapshot(), "")).isEqualTo(expected);
        for (var key : expected.keySet()) assertThat(tree.get(key)).isEqualTo(expected.get(key));
    }

    @Property(tries = 300)
    void a_snapshot_never_changes(
            @ForAll @Size(max = 500) List<@IntRange(max = 900) Integer> before,
            @ForAll @Size(max = 500) List<@IntRange(max = 900) Integer> after) {
        var tree = new SortedTree<Integer>();
        for (var key : before) tree.put(name(key), key);
        var snapshot = tree.snapshot();
        var then = entries(snapshot, "");
        for (var key : after) {
            tree.put(name(key), -key);
            tree.remove(name(key / 2));
        }
        assertThat(entries(snapshot, "")).isEqualTo(then);
    }

    @Property(tries = 200)
    void visits_what_comes_behind_a_key_in_order(
            @ForAll @Size(max = 500) List<@IntRange(max = 900) Integer> keys,
            @ForAll @IntRange(max = 900) int from) {
        var tree = new SortedTree<Integer>();
        var expected = new TreeMap<String, Integer>();
        for (var key : keys) {
            tree.put(name(key), key);
            expected.put(name(key), key);
        }
        var visited = entries(tree.snapshot(), name(from));
        assertThat(new ArrayList<>(visited.keySet()))
                .isEqualTo(new ArrayList<>(expected.tailMap(name(from), false).keySet()));
    }

    private static Map<String, Integer> entries(
            SortedTree.Snapshot<Integer> snapshot, String after) {
        var entries = new LinkedHashMap<String, Integer>();
        snapshot.each(
                after,
                (key, value) -> {
                    entries.put(key, value);
                    return true;
                });
        return entries;
    }

    private static String name(int key) {
        return Integer.toString(key, 36);
    }
}
