package colophon.storage.views;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things that mostly wait for the server. */
final class AtOnce {

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private AtOnce() {}

    /** Does all of it, in a thread each; one alone right here. Throws what the first threw. */
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
