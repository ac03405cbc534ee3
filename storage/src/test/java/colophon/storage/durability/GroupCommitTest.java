package colophon.storage.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

class GroupCommitTest {

    private final Recorder recorder = new Recorder();
    private final GroupCommit<Piece> commits = new GroupCommit<>("test", _ -> 1, recorder);

    @AfterEach
    void close() {
        recorder.gate.release(1_000);
        commits.close();
    }

    @Test
    void with_nobody_else_there_who_waits_writes() {
        recorder.open();
        commits.addHere(new Piece("a", 0));
        commits.addHere(new Piece("a", 1));
        assertThat(recorder.threads)
                .containsExactly(Thread.currentThread(), Thread.currentThread());
        assertThat(recorder.written()).containsExactly("a0", "a1");
    }

    @Test
    void who_does_not_wait_never_writes() {
        recorder.open();
        var piece = new Piece("a", 0);
        commits.add(piece);
        piece.done.join();
        assertThat(recorder.threads).doesNotContain(Thread.currentThread());
    }

    @Test
    void behind_somebody_else_nobody_writes_and_the_order_is_kept() {
        commits.add(new Piece("a", 0));
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> recorder.inside.get() == 1);
        commits.add(new Piece("a", 1));
        commits.addHere(new Piece("a", 2));
        commits.add(new Piece("a", 3));
        assertThat(recorder.written()).isEmpty();
        recorder.open();
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> recorder.written().size() == 4);
        assertThat(recorder.written()).containsExactly("a0", "a1", "a2", "a3");
        assertThat(recorder.threads).doesNotContain(Thread.currentThread());
    }

    @Test
    void what_is_left_is_done_by_the_thread_before_all_that_comes_behind() {
        recorder.open();
        recorder.leaves = true;
        var left = new Piece("a", 0);
        commits.addHere(left);
        commits.addHere(new Piece("a", 1));
        left.done.join();
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> recorder.written().size() == 2);
        assertThat(recorder.written()).containsExactly("a0", "a1");
        recorder.leaves = false;
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .untilAsserted(
                        () -> {
                            commits.addHere(new Piece("b", recorder.written().size()));
                            assertThat(recorder.threads).endsWith(Thread.currentThread());
                        });
    }

    @Test
    void closing_waits_for_who_is_writing_and_for_what_they_leave() throws Exception {
        recorder.leaves = true;
        var piece = new Piece("a", 0);
        var caller = Thread.ofPlatform().start(() -> commits.addHere(piece));
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> recorder.inside.get() == 1);
        var closer = Thread.ofPlatform().start(commits::close);
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> closer.getState() == Thread.State.WAITING);
        recorder.open();
        closer.join();
        caller.join();
        assertThat(piece.done).isCompleted();
        assertThatThrownBy(() -> commits.addHere(new Piece("b", 0)))
                .isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> commits.add(new Piece("b", 0)))
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void of_many_threads_each_piece_is_written_once_in_the_order_of_its_thread() throws Exception {
        recorder.open();
        recorder.leavesSome = true;
        var start = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (var t = 0; t < 8; t++) {
            var name = "t" + t + "-";
            threads.add(Thread.ofPlatform().start(() -> write(name, start)));
        }
        start.countDown();
        for (var thread : threads) thread.join();
        commits.close();
        assertThat(recorder.most).hasValue(1);
        assertThat(recorder.written()).hasSize(8 * 500).doesNotHaveDuplicates();
        for (var t = 0; t < 8; t++) {
            var name = "t" + t + "-";
            var expected = new ArrayList<String>();
            for (var i = 0; i < 500; i++) expected.add(name + i);
            assertThat(recorder.written().stream().filter(text -> text.startsWith(name)))
                    .containsExactlyElementsOf(expected);
        }
    }

    private void write(String name, CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        for (var i = 0; i < 500; i++) {
            var piece = new Piece(name, i);
            if (ThreadLocalRandom.current().nextInt(3) == 0) commits.add(piece);
            else commits.addHere(piece);
            if (ThreadLocalRandom.current().nextBoolean()) piece.done.join();
        }
    }

    private record Piece(String name, int number, CompletableFuture<Boolean> done) {

        Piece(String name, int number) {
            this(name, number, new CompletableFuture<>());
        }
    }

    /** Writes while the gate is open, and records which thread wrote what. */
    private static final class Recorder implements GroupCommit.BatchWriter<Piece> {

        private final Semaphore gate = new Semaphore(0);
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final List<Piece> left = new ArrayList<>();
        private final List<String> written = Collections.synchronizedList(new ArrayList<>());
        private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean leaves;
        private volatile boolean leavesSome;

        void open() {
            gate.release(1_000_000);
        }

        List<String> written() {
            synchronized (written) {
                return List.copyOf(written);
            }
        }

        @Override
        public void write(List<Piece> batch) {
            enter();
            left.addAll(batch);
            for (var piece : left) {
                written.add(piece.name + piece.number);
                piece.done.complete(true);
            }
            left.clear();
            inside.decrementAndGet();
        }

        @Override
        public boolean writeHere(Piece piece) {
            if (leaves || leavesSome && piece.number % 7 == 0) {
                enter();
                left.add(piece);
                inside.decrementAndGet();
                return false;
            }
            write(List.of(piece));
            return true;
        }

        private void enter() {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            gate.acquireUninterruptibly();
            threads.add(Thread.currentThread());
        }
    }
}
