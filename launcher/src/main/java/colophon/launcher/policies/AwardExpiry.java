package colophon.launcher.policies;

import colophon.commands.award.ExpireAwards;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.gateway.CommandRequest.InternalOrigin;
import colophon.launcher.clock.ClockWatch;
import colophon.launcher.roles.ConditionalOnRole;
import colophon.launcher.roles.ProcessRoles.ProcessRole;
import colophon.storage.durability.OutageDetection;
import colophon.views.fund.ExpiredAwards;
import colophon.views.reading.ViewDatabase;
import colophon.views.reading.ViewPosition;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * When the last day of an award is over, its fund gets back the unused part. This sends the command
 * that a client would send, every quarter of an hour. Sending it twice, or from two processes,
 * returns the money only once.
 */
@Component
@ConditionalOnRole(ProcessRole.COMMAND)
class AwardExpiry implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AwardExpiry.class);

    private static final CommandRequest REQUEST =
            new CommandRequest(
                    "clock", "/clock", null, new InternalOrigin("clock", "/clock", false));
    private static final int MINUTES = 15;

    private final CommandGateway gateway;
    private final ViewDatabase database;
    private final ViewPosition viewPosition;
    private final Clock clock;
    private final ClockWatch watch;
    private final ExpiredAwards expiring = new ExpiredAwards();
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().name("expiries").daemon().unstarted(task));
    private volatile boolean running;

    AwardExpiry(
            CommandGateway gateway,
            ViewDatabase database,
            ViewPosition viewPosition,
            Clock clock,
            ClockWatch watch) {
        this.gateway = gateway;
        this.database = database;
        this.viewPosition = viewPosition;
        this.clock = clock;
        this.watch = watch;
    }

    @Override
    public void start() {
        running = true;
        var _ = worker.scheduleWithFixedDelay(this::look, 1, MINUTES, TimeUnit.MINUTES);
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
            // What lapses by a clock that jumped ahead would not come back with the clock.
            if (!viewPosition.caughtUp() || watch.isAhead()) return;
            for (var fundId : expiring.funds(database.snapshot(), clock)) expire(fundId);
        } catch (RuntimeException e) {
            if (OutageDetection.isBehind(e))
                LOG.error(
                        "Awards past their last day could not expire; trying again later: {}",
                        e.getMessage());
            else LOG.error("Awards past their last day could not expire; trying again later", e);
        }
    }

    private void expire(String fundId) {
        var answer = gateway.answer(REQUEST, "", new ExpireAwards(fundId));
        var body = answer.getBody() == null ? new byte[0] : answer.getBody();
        var text = new String(body, StandardCharsets.UTF_8);
        if (answer.getStatusCode().isError()) LOG.warn("Fund {} keeps awards: {}", fundId, text);
        else LOG.info("Fund {} got unused money back: {}", fundId, text);
    }
}
