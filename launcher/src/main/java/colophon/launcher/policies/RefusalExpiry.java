package colophon.launcher.policies;

import colophon.commands.reply.ReplyExpiry;
import colophon.commands.reply.ReplyStore;
import colophon.launcher.roles.ConditionalOnRole;
import colophon.launcher.roles.ProcessRoles.ProcessRole;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * When stored refusals are old, they are dropped: every minute, a limited number at a time. Two
 * processes can do this without conflict.
 */
@Component
@ConditionalOnRole(ProcessRole.COMMAND)
class RefusalExpiry implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalExpiry.class);

    private final ReplyExpiry old;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().name("old-refusals").daemon().unstarted(task));
    private volatile boolean running;

    RefusalExpiry(
            ReplyStore replies,
            Clock clock,
            @Value("${colophon.refusals-kept-for}") Duration keptFor) {
        this.old = new ReplyExpiry(replies, clock, keptFor);
    }

    @Override
    public void start() {
        running = true;
        var _ = worker.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
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

    /** An exception would end the schedule. */
    private void look() {
        try {
            var dropped = old.drop();
            if (dropped > 0) LOG.info("{} answers of old refusals were dropped", dropped);
        } catch (RuntimeException e) {
            LOG.warn("Old refusals could not be dropped; trying again: {}", e.getMessage());
        }
    }
}
