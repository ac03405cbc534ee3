package colophon.launcher.policies;

import colophon.commands.gateway.CommandGateway;
import colophon.commands.withdrawal.LapseSeatOffers;
import colophon.launcher.clock.ClockWatch;
import colophon.launcher.clock.RecurringTask;
import colophon.launcher.roles.ConditionalOnRole;
import colophon.launcher.roles.ProcessRoles.ProcessRole;
import colophon.storage.durability.OutageDetection;
import colophon.views.enrollment.OverdueSeatOffers;
import colophon.views.reading.ViewDatabase;
import colophon.views.reading.ViewPosition;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;

/**
 * When an offered seat is not confirmed in time, the offer lapses and the next student gets the
 * seat. The passing of time is no event, so this checks every minute. The views only say where to
 * check; the decision is made on the events. So checking twice, or in two processes, does no harm.
 */
@Component
@ConditionalOnRole(ProcessRole.COMMAND)
class SeatOfferExpiry extends RecurringTask {

    private static final Logger LOG = LoggerFactory.getLogger(SeatOfferExpiry.class);

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ClockCommands commands;
    private final ViewDatabase database;
    private final ViewPosition viewPosition;
    private final Clock clock;
    private final ClockWatch watch;

    SeatOfferExpiry(
            CommandGateway gateway,
            ViewDatabase database,
            ViewPosition viewPosition,
            Clock clock,
            ClockWatch watch) {
        super("lapses", SOON);
        this.commands = new ClockCommands(gateway);
        this.database = database;
        this.viewPosition = viewPosition;
        this.clock = clock;
        this.watch = watch;
    }

    /** Runs after the start, as soon as the views have caught up, and then every minute. */
    @Override
    protected Duration run() {
        if (!viewPosition.caughtUp()) return SOON;
        if (watch.isAhead()) return PAUSE; // nothing lapses by a clock that may be wrong
        try {
            OverdueSeatOffers.offerings(database.snapshot(), clock).forEach(this::lapse);
        } catch (RuntimeException e) {
            if (OutageDetection.isBehind(e))
                LOG.error(
                        "Unconfirmed seats could not lapse; trying again in a minute: {}",
                        e.getMessage());
            else LOG.error("Unconfirmed seats could not lapse; trying again in a minute", e);
        }
        return PAUSE;
    }

    private void lapse(String offeringId) {
        var reply = commands.send(new LapseSeatOffers(offeringId));
        if (reply.isRefused())
            LOG.warn("The held seats of offering {} could not lapse: {}", offeringId, reply.text());
        else LOG.info("Unconfirmed seats lapsed: {}", reply.text());
    }
}
