package colophon.launcher.policies;

import colophon.commands.award.ExpireAwards;
import colophon.commands.gateway.CommandGateway;
import colophon.launcher.clock.ClockWatch;
import colophon.launcher.clock.RecurringTask;
import colophon.launcher.roles.ConditionalOnRole;
import colophon.launcher.roles.ProcessRoles.ProcessRole;
import colophon.storage.durability.OutageDetection;
import colophon.views.fund.ExpiredAwards;
import colophon.views.reading.ViewDatabase;
import colophon.views.reading.ViewPosition;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;

/**
 * When the last day of an award is over, its fund gets back the unused part. This sends the command
 * that a client would send, every quarter of an hour. Sending it twice, or from two processes,
 * returns the money only once.
 */
@Component
@ConditionalOnRole(ProcessRole.COMMAND)
class AwardExpiry extends RecurringTask {

    private static final Logger LOG = LoggerFactory.getLogger(AwardExpiry.class);

    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final ClockCommands commands;
    private final ViewDatabase database;
    private final ViewPosition viewPosition;
    private final Clock clock;
    private final ClockWatch watch;
    private final ExpiredAwards expiring = new ExpiredAwards();

    AwardExpiry(
            CommandGateway gateway,
            ViewDatabase database,
            ViewPosition viewPosition,
            Clock clock,
            ClockWatch watch) {
        super("expiries", Duration.ofMinutes(1));
        this.commands = new ClockCommands(gateway);
        this.database = database;
        this.viewPosition = viewPosition;
        this.clock = clock;
        this.watch = watch;
    }

    @Override
    protected Duration run() {
        try {
            // What lapses by a clock that jumped ahead would not come back with the clock.
            if (!viewPosition.caughtUp() || watch.isAhead()) return PAUSE;
            for (var fundId : expiring.funds(database.snapshot(), clock)) expire(fundId);
        } catch (RuntimeException e) {
            if (OutageDetection.isBehind(e))
                LOG.error(
                        "Awards past their last day could not expire; trying again later: {}",
                        e.getMessage());
            else LOG.error("Awards past their last day could not expire; trying again later", e);
        }
        return PAUSE;
    }

    private void expire(String fundId) {
        var reply = commands.send(new ExpireAwards(fundId));
        if (reply.isRefused()) LOG.warn("Fund {} keeps awards: {}", fundId, reply.text());
        else LOG.info("Fund {} got unused money back: {}", fundId, reply.text());
    }
}
