package colophon.commands.imports.running;

import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.access.Actor;
import colophon.api.access.AuthorizationRecheck;
import colophon.api.access.CurrentActor;
import colophon.api.access.Role;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.gateway.AccessCheck;
import colophon.commands.gateway.AnswerInterceptor;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.gateway.FakeSeals;
import colophon.commands.gateway.WriteQuota;
import colophon.commands.imports.CancelImport;
import colophon.commands.imports.Import;
import colophon.commands.imports.ReverseImport;
import colophon.commands.imports.StartImport;
import colophon.commands.imports.claim.ImportClaims;
import colophon.commands.imports.rows.ImportFiles;
import colophon.commands.imports.rows.RowFile;
import colophon.commands.imports.rows.RowOutcome;
import colophon.commands.loading.Barrier;
import colophon.commands.loading.StateStore;
import colophon.commands.payment.ReceivePayment;
import colophon.events.imports.ImportKind;
import colophon.events.imports.ImportStarted;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentReversed;

import jakarta.validation.Validation;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.ResponseEntity;

import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Imports of payments with the real gate, rules and routes, over a log in memory. A second one on
 * the same office and files acts as a restart or as another process.
 */
final class ImportProgram implements AutoCloseable {

    static final String WHO = "bursar";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
                    .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                    .build();

    private final AnnotationConfigApplicationContext beans =
            new AnnotationConfigApplicationContext();
    private final CommandSide office;
    private final CommandGateway gateway;
    private final ImportFiles files;
    private final ImportRunner runner;

    /** The answer to each check of rights, given the number of checks so far. */
    interface Answering {
        Optional<String> ended(int time, String who, @Nullable String grant, String route);
    }

    ImportProgram(CommandSide office, Path data, Answering answering) {
        this.office = office;
        var seals = new FakeSeals();
        var person = new Actor(WHO, Set.of(Role.BURSAR), Set.of(), null);
        CurrentActor actor = () -> Optional.of(person);
        beans.registerBean(StateStore.class, office::subjects);
        beans.registerBean(
                CommandGateway.class,
                () ->
                        new CommandGateway(
                                office.bus(),
                                office.log(),
                                seals,
                                actor,
                                office.log()::head,
                                Barrier.none(),
                                beans.getBean(AccessCheck.class),
                                WriteQuota.none(),
                                JSON));
        beans.register(
                type("colophon.commands.access.AccessConfiguration"),
                type("colophon.commands.payment.PaymentApi"));
        beans.refresh();
        this.gateway = beans.getBean(CommandGateway.class);
        this.files = new ImportFiles(data);
        this.runner =
                new ImportRunner(
                        gateway,
                        office.subjects(),
                        Barrier.none(),
                        seals,
                        files,
                        JSON,
                        Validation.buildDefaultValidatorFactory().getValidator(),
                        ImportClaims.alone(),
                        new Asked(answering),
                        new ConcurrentImportLimit(0));
    }

    /** Two institutions and three students. The office answers in bytes. */
    static CommandSide office() {
        var office = Campus.open();
        Campus.openAnother(office);
        office.bus().registerHandlerInterceptor(new AnswerInterceptor(JSON));
        return office;
    }

    ImportRunner imports() {
        return runner;
    }

    ImportFiles uploads() {
        return files;
    }

    /** Sends a client's own payment of one dollar at that institution, under that key. */
    ResponseEntity<byte[]> pay(String key, String id, String institutionId) {
        var body =
                JSON.readTree(
                        """
                        {"id":"%s","studentId":"s-1","institutionId":"%s","method":"card",
                         "amount":{"amount":"1.00","currency":"USD"}}\
                        """
                                .formatted(id, institutionId));
        var route = new CommandRequest("POST /api/v1/payments", "/api/v1/payments", key);
        return gateway.answer(
                route,
                body,
                new ReceivePayment(
                        id,
                        "s-1",
                        institutionId,
                        usd("1"),
                        PaymentMethod.CARD,
                        Payer.SELF,
                        null,
                        null));
    }

    /** A file of {@code count} payments, at each of the institutions in turn. */
    static String rows(int count, String... institutions) {
        var rows = new StringBuilder("id,studentId,institutionId,amount,currency,method\n");
        IntStream.range(0, count)
                .forEach(
                        n ->
                                rows.append("p-" + n + ",s-" + (n % 3 + 1) + ",")
                                        .append(institutions[n % institutions.length])
                                        .append(",1.00,USD,card\n"));
        return rows.toString();
    }

    /** Sends a file as the API does, and begins its rows. */
    void start(String id, String rows, @Nullable Set<String> institutions) {
        begin(id, rows, institutions);
        runner.goOn(id);
    }

    /** Sends a file, and stops before its first row. */
    void begin(String id, String rows, @Nullable Set<String> institutions) {
        try {
            var arrived = files.receive(new ByteArrayInputStream(rows.getBytes(UTF_8)));
            var size = new RowFile(arrived.path()).checked(runner.form(ImportKind.PAYMENTS));
            files.keep(arrived, id, "d1");
            done(
                    new StartImport(
                            id,
                            ImportKind.PAYMENTS,
                            "d1",
                            size.rows(),
                            size.lastLine(),
                            WHO,
                            institutions,
                            "grant-1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void reverse(String id, @Nullable Set<String> institutions) {
        files.markUnfinished(id);
        done(new ReverseImport(id, "wrong file", WHO, institutions, "grant-2"));
        runner.goOn(id);
    }

    ResponseEntity<byte[]> cancel(String id) {
        return gateway.answer(
                new CommandRequest("POST /", "/", null), "", new CancelImport(id, "enough", WHO));
    }

    /** Waits until the import is in that state, and returns it. */
    <T extends Import> T when(Class<T> kind, String id, Predicate<T> is) {
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () ->
                                runner.isIdle(id)
                                        && kind.isInstance(runner.state(id))
                                        && is.test(kind.cast(runner.state(id))));
        return kind.cast(runner.state(id));
    }

    List<RowOutcome> report(String id) {
        var known = runner.state(id);
        var as = started(known);
        return IntStream.rangeClosed(2, as.lastLine())
                .mapToObj(line -> runner.outcome(known, as, line))
                .filter(Objects::nonNull)
                .toList();
    }

    List<String> received() {
        return facts(PaymentReceived.class).map(PaymentReceived::paymentId).toList();
    }

    List<String> reversed() {
        return facts(PaymentReversed.class).map(PaymentReversed::paymentId).toList();
    }

    @Override
    public void close() {
        runner.stop();
        beans.close();
    }

    private <T> Stream<T> facts(Class<T> kind) {
        return office.commits().stream()
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private void done(Object command) {
        var answer = gateway.answer(new CommandRequest("POST /", "/", null), "", command);
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as(new String(Objects.requireNonNull(answer.getBody()), UTF_8))
                .isTrue();
    }

    private static ImportStarted started(Import known) {
        return switch (known) {
            case Import.Unknown _ -> throw new AssertionError("no import");
            case Import.Running running -> running.as();
            case Import.Finished finished -> finished.as();
            case Import.Reversing reversing -> reversing.of().as();
            case Import.Reversed reversed -> reversed.of().as();
        };
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }

    private static final class Asked implements AuthorizationRecheck {

        private final Answering answering;
        private final AtomicInteger times = new AtomicInteger();

        private Asked(Answering answering) {
            this.answering = answering;
        }

        @Override
        public void require(String route) {}

        @Override
        public String grant() {
            return "grant";
        }

        @Override
        public Optional<String> ended(
                String who,
                @Nullable String grant,
                String route,
                @Nullable Set<String> institutionIds) {
            return answering.ended(times.incrementAndGet(), who, grant, route);
        }
    }
}
