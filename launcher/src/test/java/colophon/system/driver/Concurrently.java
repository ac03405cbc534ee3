package colophon.system.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many calls at the same moment. */
public final class Concurrently {

    private Concurrently() {}

    /** Makes the calls 0 to {@code count - 1}, each in its own thread, all released at once. */
    public static List<Answer> all(int count, IntFunction<Answer> call) throws Exception {
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<Answer>>();
            for (int n = 0; n < count; n++) calls.add(threads.submit(waiting(go, call, n)));
            go.countDown();
            var answers = new ArrayList<Answer>();
            for (var done : calls) answers.add(done.get());
            return answers;
        }
    }

    private static Callable<Answer> waiting(CountDownLatch go, IntFunction<Answer> call, int n) {
        return () -> {
            go.await();
            return call.apply(n);
        };
    }
}
