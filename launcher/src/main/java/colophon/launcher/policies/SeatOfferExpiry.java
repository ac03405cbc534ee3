package colophon.launcher.policies;

import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.gateway.CommandRequest.InternalOrigin;
import colophon.commands.withdrawal.LapseSeatOffers;
import colophon.launcher.clock.ClockWatch;
import colophon.launcher.roles.ConditionalOnRole;
import colophon.launcher.roles.ProcessRoles.ProcessRole;
import colophon.storage.durability.OutageDetection;
import colophon.views.enrollment.OverdueSeatOffers;
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
 * When an offered seat is not confirmed in time, the offer lapses and the next student gets the
 * seat. The passing of time is no event, so this checks every minute. The views only say where to
 * check; the decision is made on the events. So checking twice, or in two processes, does no harm.
 */
@Component
@ConditionalOnRole(ProcessRole.COMMAND)
class SeatOfferExpiry implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SeatOfferExpiry.class);

    private static final CommandRequest REQUEST =
            new CommandRequest(
                    "clock", "/clock", null, new InternalOrigin("clock", "/clock", false));

    private final CommandGateway gateway;
    private final ViewDatabase database;
    private final ViewPosition viewPosition;
    private final Clock clock;
    private final ClockWatch watch;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().name("lapses").daemon().unstarted(task));
    private volatile boolean running;

    SeatOfferExpiry(
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
        again(1);
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

    /** Runs after the start, as soon as the views have caught up, and then every minute. */
    private void look() {
        if (!viewPosition.caughtUp()) {
            again(1);
            return;
        }
        if (watch.isAhead()) { // nothing lapses by a clock that may be wrong
            again(60);
            return;
        }
        try {
            OverdueSeatOffers.offerings(database.snapshot(), clock).forEach(this::lapse);
        } catch (RuntimeException e) {
            if (OutageDetection.isBehind(e))
                LOG.error(
                        "Unconfirmed seats could not lapse; trying again in a minute: {}",
                        e.getMessage());
            else LOG.error("Unconfirmed seats could not lapse; trying again in a minute", e);
        }
        again(60);
    }

    private void again(int seconds) {
        if (!running) return;
        var _ = worker.schedule(this::look, seconds, TimeUnit.SECONDS);
    }

    private void lapse(String offeringId) {
        var answer = gateway.answer(REQUEST, "", new LapseSeatOffers(offeringId));
        var body = answer.getBody() == null ? new byte[0] : answer.getBody();
        var text = new String(body, StandardCharsets.UTF_8);
        if (answer.getStatusCode().isError())
            LOG.warn("The held seats of offering {} could not lapse: {}", offeringId, text);
        else LOG.info("Unconfirmed seats lapsed: {}", text);
    }
}
