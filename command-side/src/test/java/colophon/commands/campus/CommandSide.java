package colophon.commands.campus;

import colophon.commands.Refusal;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.commands.program.RevisionPreview;
import colophon.commands.program.RevisionPreview.Candidates;
import colophon.commands.program.RevisionPreview.Effect;
import colophon.commands.rights.CorrectionCommits;
import colophon.commands.student.KnownStudents;
import colophon.events.InstitutionLimits;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.privacy.Seals;
import colophon.events.rights.RightsEvent;

import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

import java.lang.reflect.Constructor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** All command handlers of the command side, over a log in memory. */
public final class CommandSide {

    private static final List<Constructor<?>> DESKS = desks();

    private final MemoryLog log;
    private final EmbeddedEventStore events;

    /** A preview with no candidates, since there are no views here. */
    private static final RevisionPreview NOBODY = (_, _, _) -> new Effect(none(), none(), none());

    private final StateStore states;
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();

    /** An office with a new log and a clock that stands at {@code now}. */
    public CommandSide(Instant now) {
        this(now, new MemoryLog());
    }

    /** An office on a log that others may write to as well, like another process. */
    public CommandSide(Instant now, MemoryLog log) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        this.log = log;
        this.events = EmbeddedEventStore.builder().storageEngine(log).build();
        this.states = new StateStore(events, clock, 10_000);
        for (var desk : DESKS)
            new AnnotationCommandHandlerAdapter<>(make(desk, new Today(clock))).subscribe(bus);
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(
                        new SimpleCorrelationDataProvider(InstitutionLimits.KEY)));
    }

    /** Sends a command and returns its answer. Throws Refusal. */
    public CommandAnswer send(Object command) {
        return send(command, Set.of());
    }

    /** Sends a command from an account that is limited to these institutions. */
    public CommandAnswer send(Object command, Set<String> limits) {
        var callback = new FutureCallback<Object, CommandAnswer>();
        var metaData = MetaData.with(InstitutionLimits.KEY, InstitutionLimits.text(limits));
        bus.dispatch(new GenericCommandMessage<>(command, metaData), callback);
        var result = callback.getResult();
        if (!result.isExceptional()) return result.getPayload();
        if (result.exceptionResult() instanceof RuntimeException e) throw e;
        throw new IllegalStateException(result.exceptionResult());
    }

    /**
     * Sends {@code contenders} commands at the same time, each on its own thread.
     *
     * @return the answers or the exceptions, in no particular order
     */
    public List<Object> race(int contenders, IntFunction<Object> command)
            throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        var outcomes = new ArrayList<Future<Object>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < contenders; i++) {
                var mine = command.apply(i);
                outcomes.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return outcome(mine);
                                }));
            }
            start.countDown();
        }
        var all = new ArrayList<>();
        for (var outcome : outcomes) all.add(outcome.get());
        return all;
    }

    /** The facts of every commit, oldest first. */
    public List<List<Object>> commits() {
        return log.commits().stream().map(CommandSide::facts).toList();
    }

    /** The facts of the newest commit. */
    public List<Object> lastCommit() {
        return commits().getLast();
    }

    /** The log of this office. */
    public MemoryLog log() {
        return log;
    }

    /** The loader that its command handlers use. */
    public StateStore subjects() {
        return states;
    }

    /** The bus of its commands. */
    public CommandBus bus() {
        return bus;
    }

    private Object outcome(Object command) {
        try {
            return send(command);
        } catch (Refusal refusal) {
            return refusal.reason();
        } catch (RuntimeException e) {
            return e;
        }
    }

    private Object make(Constructor<?> desk, Today today) {
        try {
            return desk.newInstance(
                    Arrays.stream(desk.getParameterTypes())
                            .map(type -> given(type, today))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(desk + " cannot be used", e);
        }
    }

    /** There are no views here, so this finds the seats in the log. */
    private Set<String> known(String studentId) {
        return commits().stream()
                .flatMap(List::stream)
                .filter(StudentEnrolled.class::isInstance)
                .map(StudentEnrolled.class::cast)
                .filter(event -> event.studentId().equals(studentId))
                .map(StudentEnrolled::institutionId)
                .collect(Collectors.toSet());
    }

    /** A commit is about the student whose rights it changes; that is enough here. */
    private boolean isAbout(String studentId, long commit) {
        return commit <= commits().size()
                && commits().get((int) commit - 1).stream()
                        .anyMatch(
                                event ->
                                        event instanceof RightsEvent rights
                                                && rights.studentId().equals(studentId));
    }

    private Object given(Class<?> type, Today today) {
        if (type == KnownStudents.class) return (KnownStudents) this::known;
        if (type == CorrectionCommits.class) return (CorrectionCommits) this::isAbout;
        if (type == Today.class) return today;
        if (type == Seals.class) return new OpenSeals();
        return type == RevisionPreview.class ? NOBODY : states;
    }

    private static List<Object> facts(List<EventMessage<?>> commit) {
        return commit.stream().<Object>map(EventMessage::getPayload).toList();
    }

    /** Finds the handlers as the application does, so that none is missing here. */
    private static List<Constructor<?>> desks() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(HandlesCommands.class));
        var desks = new ArrayList<Constructor<?>>();
        for (var found : scan.findCandidateComponents("colophon.commands")) {
            var type =
                    ClassUtils.resolveClassName(
                            String.valueOf(found.getBeanClassName()),
                            CommandSide.class.getClassLoader());
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            desks.add(constructor);
        }
        return desks;
    }

    private static Candidates none() {
        return new Candidates(0, List.of());
    }
}
