package colophon.launcher.clock;

import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A task that runs again and again on a thread of its own, from the start of the process to its
 * end. A run that throws an exception is the last one.
 */
public abstract class RecurringTask implements SmartLifecycle {

    private final Duration first;
    private final ScheduledThreadPoolExecutor worker;
    private volatile boolean running;

    /**
     * Makes the task; nothing runs before {@link #start}.
     *
     * @param thread the name of the thread
     * @param first pause before the first run
     */
    protected RecurringTask(String thread, Duration first) {
        this.first = first;
        this.worker =
                new ScheduledThreadPoolExecutor(
                        1, task -> Thread.ofPlatform().name(thread).daemon().unstarted(task));
        // else what is due a quarter of an hour later would still run after the end
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Runs once.
     *
     * @return the pause before the next run
     */
    protected abstract Duration run();

    @Override
    public void start() {
        running = true;
        after(first);
    }

    @Override
    public void stop() {
        running = false;
        worker.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void after(Duration pause) {
        if (!running) return;
        var _ = worker.schedule(this::again, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void again() {
        after(run());
    }
}
