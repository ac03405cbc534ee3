package colophon.views.reading.memory;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/**
 * A sorted map for one writer with free immutable snapshots: nodes made since the last snapshot are
 * changed in place, all others are copied. Nodes are wide, so that paths are short.
 */
final class SortedTree<T> {

    private static final int WIDTH = 32;

    private Node root = new Node(this, true);
    private Object owner = root.owner;
    private @Nullable Node split;

    /** An immutable snapshot of the entries. */
    record Snapshot<T>(Object root) {

        @Nullable T get(String key) {
            return SortedTree.get((Node) root, key);
        }

        /**
         * Visits entries in order, beginning behind {@code after}, until the visitor returns false.
         */
        void each(String after, BiPredicate<String, T> visitor) {
            SortedTree.each((Node) root, after, visitor);
        }

        /**
         * Visits, in order, every entry that is not in {@code before}, an earlier snapshot of the
         * same tree. May visit unchanged entries that share a node with a changed one. Skips nodes
         * that both snapshots share.
         */
        void eachSince(Snapshot<T> before, BiConsumer<String, T> visitor) {
            if (root == before.root) return;
            Set<Node> known = Collections.newSetFromMap(new IdentityHashMap<>());
            SortedTree.collect((Node) before.root, known);
            SortedTree.eachBut(known, (Node) root, visitor);
        }
    }

    Snapshot<T> snapshot() {
        owner = new Object();
        return new Snapshot<>(root);
    }

    @Nullable T get(String key) {
        return get(root, key);
    }

    void put(String key, T value) {
        root = put(root, key, value);
        if (split == null) return;
        var above = new Node(owner, false);
        above.insert(0, root.keys[0], root);
        above.insert(1, split.keys[0], split);
        root = above;
        split = null;
    }

    void remove(String key) {
        root = remove(root, key);
    }

    private Node put(Node shared, String key, T value) {
        var node = shared.editableBy(owner);
        if (node.leaf) {
            int found = node.search(key);
            if (found >= 0) node.slots[found] = value;
            else insert(node, -found - 1, key, value);
            return node;
        }
        int at = node.child(key);
        // lowers the first key, so that the keys stay in order if the first child is split
        if (key.compareTo(node.keys[0]) < 0) node.keys[0] = key;
        node.slots[at] = put((Node) node.slots[at], key, value);
        var right = split;
        split = null;
        if (right != null) insert(node, at + 1, right.keys[0], right);
        return node;
    }

    private void insert(Node node, int at, String key, Object slot) {
        if (node.size < WIDTH) {
            node.insert(at, key, slot);
            return;
        }
        // keys usually ascend, so the left node stays full
        int middle = at == WIDTH ? WIDTH : WIDTH / 2;
        var right = new Node(owner, node.leaf);
        node.moveTail(middle, right);
        if (at <= middle && at < WIDTH) node.insert(at, key, slot);
        else right.insert(at - middle, key, slot);
        split = right;
    }

    private Node remove(Node shared, String key) {
        if (get(shared, key) == null) return shared;
        var node = shared.editableBy(owner);
        if (node.leaf) {
            node.delete(node.search(key));
            return node;
        }
        int at = node.child(key);
        var child = remove((Node) node.slots[at], key);
        if (child.size == 0 && node.size > 1) node.delete(at);
        else node.slots[at] = child;
        return node;
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable T get(Node root, String key) {
        var node = root;
        while (!node.leaf) node = (Node) node.slots[node.child(key)];
        int found = node.search(key);
        return found < 0 ? null : (T) node.slots[found];
    }

    @SuppressWarnings("unchecked")
    private static <T> boolean each(Node node, String after, BiPredicate<String, T> visitor) {
        if (!node.leaf) {
            for (int i = node.child(after); i < node.size; i++)
                if (!each((Node) node.slots[i], after, visitor)) return false;
            return true;
        }
        int found = node.search(after);
        for (int i = found >= 0 ? found + 1 : -found - 1; i < node.size; i++)
            if (!visitor.test(node.keys[i], (T) node.slots[i])) return false;
        return true;
    }

    private static void collect(Node node, Set<Node> into) {
        into.add(node);
        if (!node.leaf) for (int i = 0; i < node.size; i++) collect((Node) node.slots[i], into);
    }

    @SuppressWarnings("unchecked") // the slots of a leaf are values
    private static <T> void eachBut(Set<Node> known, Node node, BiConsumer<String, T> visitor) {
        if (known.contains(node)) return;
        for (int i = 0; i < node.size; i++)
            if (node.leaf) visitor.accept(node.keys[i], (T) node.slots[i]);
            else eachBut(known, (Node) node.slots[i], visitor);
    }

    /**
     * A leaf holds values. A branch holds nodes, each under a key that is not above its own keys.
     */
    private static final class Node {

        final Object owner;
        final boolean leaf;
        final String[] keys;
        final Object[] slots;
        int size;

        Node(Object owner, boolean leaf) {
            this(owner, leaf, new String[WIDTH], new Object[WIDTH], 0);
        }

        private Node(Object owner, boolean leaf, String[] keys, Object[] slots, int size) {
            this.owner = owner;
            this.leaf = leaf;
            this.keys = keys;
            this.slots = slots;
            this.size = size;
        }

        Node editableBy(Object writer) {
            return owner == writer
                    ? this
                    : new Node(writer, leaf, keys.clone(), slots.clone(), size);
        }

        int search(String key) {
            return Arrays.binarySearch(keys, 0, size, key);
        }

        int child(String key) {
            int found = search(key);
            return found >= 0 ? found : Math.max(0, -found - 2);
        }

        void insert(int at, String key, Object slot) {
            System.arraycopy(keys, at, keys, at + 1, size - at);
            System.arraycopy(slots, at, slots, at + 1, size - at);
            keys[at] = key;
            slots[at] = slot;
            size++;
        }

        @SuppressWarnings("NullAway") // the unused end of the arrays is null and never read
        void delete(int at) {
            System.arraycopy(keys, at + 1, keys, at, size - at - 1);
            System.arraycopy(slots, at + 1, slots, at, size - at - 1);
            size--;
            keys[size] = null;
            slots[size] = null;
        }

        @SuppressWarnings("NullAway")
        void moveTail(int from, Node to) {
            int moved = size - from;
            System.arraycopy(keys, from, to.keys, 0, moved);
            System.arraycopy(slots, from, to.slots, 0, moved);
            Arrays.fill(keys, from, size, null);
            Arrays.fill(slots, from, size, null);
            to.size = moved;
            size = from;
        }
    }
}
