package colophon.launcher.serve;

import colophon.commands.leaving.LapseOffers;
import colophon.views.catalog.Institution;
import colophon.views.enrollment.Enrollment;
import colophon.views.reading.Library;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * When an offered seat is not confirmed in time, then it lapses and passes on. Looks every minute,
 * and at the start, at the seats that are held: time is no event, so somebody has to look. The
 * views only say where to look; what lapses is decided on the facts, so looking twice, or in two
 * processes, does no harm.
 */
@Component
class WhenASeatIsNotConfirmedThenItPassesOn implements SmartLifecycle {

    private static final Logger LOG =
            LoggerFactory.getLogger(WhenASeatIsNotConfirmedThenItPassesOn.class);

    /** Nowhere on earth is it later than this many hours behind midnight UTC. */
    private static final ZoneOffset WHERE_DAYS_BEGIN = ZoneOffset.ofHours(14);

    private final Library views;
    private final CommandBus commands;
    private final Clock clock;
    private final ScheduledExecutorService minutes =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().name("lapses").daemon().unstarted(task));
    private volatile boolean running;

    WhenASeatIsNotConfirmedThenItPassesOn(Library views, CommandBus commands, Clock clock) {
        this.views = views;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        minutes.scheduleWithFixedDelay(this::look, 0, 60, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        minutes.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Looks once; never throws, as the timer would stop for good. */
    void look() {
        try {
            overdue().forEach(this::lapse);
        } catch (RuntimeException e) {
            LOG.warn("Seats that were not confirmed could not be looked for", e);
        }
    }

    /** The offerings with a seat whose last day has passed where the institution is. */
    private Collection<String> overdue() {
        var edition = views.edition();
        var latest = LocalDate.now(clock.withZone(WHERE_DAYS_BEGIN));
        var offerings = new LinkedHashSet<String>();
        for (var enrollment : edition.of(Enrollment.VIEW).all("held", "")) {
            var confirmBy = enrollment.confirmBy();
            if (confirmBy == null || !latest.isAfter(confirmBy)) break; // the others are later
            var today = Institution.in(edition, enrollment.institutionId()).today(clock);
            if (today.isAfter(confirmBy)) offerings.add(enrollment.offeringId());
        }
        return offerings;
    }

    private void lapse(String offeringId) {
        var callback = new FutureCallback<Object, Object>();
        commands.dispatch(
                new GenericCommandMessage<>(
                        new LapseOffers(offeringId), MetaData.with("who", "colophon")),
                callback);
        var result = callback.getResult();
        if (result.isExceptional()) // looked at again in a minute
            LOG.warn("Seats of offering {} did not lapse", offeringId, result.exceptionResult());
    }
}
