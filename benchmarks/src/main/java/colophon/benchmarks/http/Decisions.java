package colophon.benchmarks.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.access.Actor;
import colophon.api.access.Role;
import colophon.commands.gateway.AnswerInterceptor;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.commands.program.RevisionPreview;
import colophon.commands.program.RevisionPreview.Effect;
import colophon.commands.rights.CorrectionCommits;
import colophon.commands.student.KnownStudents;
import colophon.events.privacy.Seals;
import colophon.storage.EmbeddedStorage;

import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The command side in this process, assembled as in the launcher, without HTTP. */
public final class Decisions implements AutoCloseable {

    private static final CommandRequest REQUEST = new CommandRequest("benchmark", "/", null);

    private static final Actor ACTOR =
            new Actor("benchmark", Set.of(Role.ADMINISTRATOR), Set.of(), null);

    private final EmbeddedStorage storage;
    private final AnnotationConfigApplicationContext desks;
    private final CommandGateway gateway;

    public Decisions(Path directory) {
        storage = EmbeddedStorage.open(directory);
        desks = desks(storage);
        var json = JsonMapper.builder().build();
        var bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider("who")));
        bus.registerHandlerInterceptor(new AnswerInterceptor(json));
        desks.getBeansOfType(HandlesCommands.class)
                .values()
                .forEach(desk -> new AnnotationCommandHandlerAdapter<>(desk).subscribe(bus));
        gateway =
                new CommandGateway(
                        bus,
                        storage.replies(),
                        storage.seals(),
                        () -> Optional.of(ACTOR),
                        storage::head,
                        json);
    }

    /** Fills an empty directory with a campus. Returns the number of commands. */
    public static long fill(Path directory, int students, int free) throws Exception {
        long count = 0;
        try (var decisions = new Decisions(directory);
                var clerks = Executors.newFixedThreadPool(32)) {
            for (var command : Campus.catalog(students, free)) {
                decisions.send(command);
                count++;
            }
            var done =
                    java.util.stream.IntStream.range(0, students)
                            .<Callable<Integer>>mapToObj(n -> () -> decisions.student(n))
                            .toList();
            for (Future<Integer> student : clerks.invokeAll(done)) count += student.get();
        }
        return count;
    }

    /** Runs one command. Throws IllegalStateException if it is refused. */
    public void send(Object command) {
        var answer = gateway.answer(REQUEST, "", command);
        if (answer.getStatusCode().isError())
            throw new IllegalStateException(
                    command + " was refused: " + new String(answer.getBody(), UTF_8));
    }

    @Override
    public void close() {
        desks.close();
        storage.close();
    }

    private int student(int n) {
        var commands = Campus.student(storage.seals(), n);
        commands.forEach(this::send);
        return commands.size();
    }

    /** A preview would need the views, and filling a campus has none. */
    private static Effect noPreview(String certificate, Object requirement, Object pathways) {
        throw new UnsupportedOperationException(certificate);
    }

    private static AnnotationConfigApplicationContext desks(EmbeddedStorage storage) {
        var context = new AnnotationConfigApplicationContext();
        var clock = Clock.systemUTC();
        context.registerBean(
                StateStore.class, () -> new StateStore(storage.eventStore(), clock, 100_000));
        context.registerBean(Today.class, () -> new Today(clock));
        context.registerBean(Seals.class, storage::seals);
        context.registerBean(RevisionPreview.class, () -> Decisions::noPreview);
        context.registerBean(CorrectionCommits.class, () -> (_, _) -> true);
        context.registerBean(KnownStudents.class, () -> _ -> Set.of());
        var scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new AssignableTypeFilter(HandlesCommands.class));
        scanner.scan("colophon.commands");
        context.refresh();
        return context;
    }
}
