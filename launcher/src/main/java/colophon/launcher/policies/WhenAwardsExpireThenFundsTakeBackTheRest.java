package colophon.launcher.policies;

import colophon.commands.award.ExpireAwards;
import colophon.commands.desk.CommandGate;
import colophon.commands.desk.CommandRequest;
import colophon.commands.desk.CommandRequest.Within;
import colophon.launcher.clock.ClockWatch;
import colophon.launcher.roles.InRole;
import colophon.launcher.roles.Roles.Role;
import colophon.storage.log.Outage;
import colophon.views.fund.Expiring;
import colophon.views.reading.Library;
import colophon.views.reading.Reading;

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
@InRole(Role.COMMAND)
class WhenAwardsExpireThenFundsTakeBackTheRest implements SmartLifecycle {

    private static final Logger LOG =
            LoggerFactory.getLogger(WhenAwardsExpireThenFundsTakeBackTheRest.class);

    private static final CommandRequest REQUEST =
            new CommandRequest("clock", "/clock", null, new Within("clock", "/clock", false));
    private static final int MINUTES = 15;

    private final CommandGate gate;
    private final Library library;
    private final Reading reading;
    private final Clock clock;
    private final ClockWatch watch;
    private final Expiring expiring = new Expiring();
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().name("expiries").daemon().unstarted(task));
    private volatile boolean running;

    WhenAwardsExpireThenFundsTakeBackTheRest(
            CommandGate gate, Library library, Reading reading, Clock clock, ClockWatch watch) {
        this.gate = gate;
        this.library = library;
        this.reading = reading;
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
            if (!reading.caughtUp() || watch.isAhead()) return;
            for (var fundId : expiring.funds(library.edition(), clock)) expire(fundId);
        } catch (RuntimeException e) {
            if (Outage.isBehind(e))
                LOG.error(
                        "Awards past their last day could not expire; trying again later: {}",
                        e.getMessage());
            else LOG.error("Awards past their last day could not expire; trying again later", e);
        }
    }

    private void expire(String fundId) {
        var answer = gate.answer(REQUEST, "", new ExpireAwards(fundId));
        var body = answer.getBody() == null ? new byte[0] : answer.getBody();
        var text = new String(body, StandardCharsets.UTF_8);
        if (answer.getStatusCode().isError()) LOG.warn("Fund {} keeps awards: {}", fundId, text);
        else LOG.info("Fund {} got unused money back: {}", fundId, text);
    }
}
