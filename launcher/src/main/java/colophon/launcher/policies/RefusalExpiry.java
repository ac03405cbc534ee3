package colophon.launcher.policies;

import colophon.commands.reply.ReplyExpiry;
import colophon.commands.reply.ReplyStore;
import colophon.launcher.clock.RecurringTask;
import colophon.launcher.roles.ConditionalOnRole;
import colophon.launcher.roles.ProcessRoles.ProcessRole;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;

/**
 * When stored refusals are old, they are dropped: every minute, a limited number at a time. Two
 * processes can do this without conflict.
 */
@Component
@ConditionalOnRole(ProcessRole.COMMAND)
class RefusalExpiry extends RecurringTask {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalExpiry.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ReplyExpiry old;

    RefusalExpiry(
            ReplyStore replies,
            Clock clock,
            @Value("${colophon.refusals-kept-for}") Duration keptFor) {
        super("old-refusals", PAUSE);
        this.old = new ReplyExpiry(replies, clock, keptFor);
    }

    @Override
    protected Duration run() {
        try {
            var dropped = old.drop();
            if (dropped > 0) LOG.info("{} answers of old refusals were dropped", dropped);
        } catch (RuntimeException e) {
            LOG.warn("Old refusals could not be dropped; trying again: {}", e.getMessage());
        }
        return PAUSE;
    }
}
