package colophon.views.reading.memory;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

class SortedTreeTest {

    @Property(tries = 300)
    void is_a_sorted_map_of_which_every_snapshot_stays(@ForAll long seed) {
        var random = new Random(seed);
        int keys = 1 + random.nextInt(2000);
        var tree = new SortedTree<Integer>();
        var model = new TreeMap<String, Integer>();
        var snapshots = new LinkedHashMap<SortedTree.Snapshot<Integer>, Map<String, Integer>>();
        for (int i = 0; i < 1500; i++) {
            var key = Integer.toString(random.nextInt(keys));
            if (random.nextInt(3) == 0) {
                tree.remove(key);
                model.remove(key);
            } else {
                tree.put(key, i);
                model.put(key, i);
            }
            if (random.nextInt(300) == 0) snapshots.put(tree.snapshot(), new TreeMap<>(model));
        }
        snapshots.put(tree.snapshot(), model);
        snapshots.forEach((snapshot, expected) -> agrees(snapshot, expected, random));
    }

    @Property(tries = 300)
    void tells_what_changed_between_two_snapshots_and_passes_over_most_of_the_rest(
            @ForAll long seed) {
        var random = new Random(seed);
        var tree = new SortedTree<Integer>();
        for (int i = 0; i < 5000; i++) tree.put(Integer.toString(random.nextInt(20_000)), i);
        var before = tree.snapshot();
        var changed = new TreeMap<String, Integer>();
        for (int i = 0; i < random.nextInt(20); i++) {
            var key = Integer.toString(random.nextInt(20_000));
            tree.put(key, -i - 1);
            changed.put(key, -i - 1);
        }
        var visited = new TreeMap<String, Integer>();
        tree.snapshot().eachSince(before, visited::put);
        assertThat(visited).containsAllEntriesOf(changed);
        assertThat(visited.size()).isLessThanOrEqualTo(changed.size() * 33);
    }

    @Example
    void grows_and_empties_by_ascending_keys() {
        var tree = new SortedTree<Integer>();
        for (int i = 10_000; i < 13_000; i++) tree.put(Integer.toString(i), i);
        assertThat(entries(tree.snapshot(), "")).hasSize(3000);
        for (int i = 10_000; i < 13_000; i++) tree.remove(Integer.toString(i));
        assertThat(entries(tree.snapshot(), "")).isEmpty();
        tree.put("a", 1);
        assertThat(entries(tree.snapshot(), "")).containsExactly("a");
    }

    @Example
    void can_be_read_while_it_is_written() throws InterruptedException {
        var tree = new SortedTree<Integer>();
        var published = new AtomicReference<>(tree.snapshot());
        var done = new AtomicBoolean();
        var torn = new AtomicBoolean();
        var reader =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    while (!done.get()) {
                                        // each snapshot has 0..n-1, all of the same generation
                                        var values = new ArrayList<Integer>();
                                        published.get().each("", (key, value) -> values.add(value));
                                        if (values.stream().distinct().count() > 1) torn.set(true);
                                    }
                                });
        for (int generation = 0; generation < 2000; generation++) {
            for (int i = 0; i < 100; i++) tree.put("key-" + i, generation);
            published.set(tree.snapshot());
        }
        done.set(true);
        reader.join();
        assertThat(torn).isFalse();
    }

    private static void agrees(
            SortedTree.Snapshot<Integer> snapshot, Map<String, Integer> expected, Random random) {
        assertThat(entries(snapshot, "")).containsExactlyElementsOf(expected.keySet());
        var bound = Integer.toString(random.nextInt(2000));
        assertThat(entries(snapshot, bound))
                .containsExactlyElementsOf(new TreeMap<>(expected).tailMap(bound, false).keySet());
        expected.forEach((key, value) -> assertThat(snapshot.get(key)).isEqualTo(value));
        assertThat(snapshot.get("no such key")).isNull();
    }

    private static List<String> entries(SortedTree.Snapshot<Integer> snapshot, String after) {
        var keys = new ArrayList<String>();
        snapshot.each(after, (key, _) -> keys.add(key));
        return keys;
    }
}
