package colophon.storage.views;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tasks in parallel that mostly wait for the server. */
final class InParallel {

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private InParallel() {}

    /** Runs tasks without a result, as {@link #all} does. */
    static void run(List<Runnable> tasks) {
        all(tasks.stream().map(task -> Executors.callable(task, true)).toList());
    }

    /**
     * Runs each task in a thread of its own; a single task in this thread. Throws the first
     * failure.
     */
    static <T> List<T> all(List<Callable<T>> tasks) {
        try {
            if (tasks.size() == 1) return List.of(tasks.getFirst().call());
            var done = new ArrayList<T>(tasks.size());
            for (Future<T> one : THREADS.invokeAll(tasks)) done.add(one.get());
            return done;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
