package colophon.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A line that looks like a log record is always a log record. */
@Tag("io")
class LogLinesTest {

    /** Everything that a reader, terminal or tool treats as the end of a line or as a command. */
    private static final List<String> ENDS =
            List.of(
                    "\n",
                    "\r",
                    "\r\n",
                    "\u000b",
                    "\f",
                    "\u001b[2J",
                    "\u0085",
                    "\u009b",
                    "\u2028",
                    "\u2029",
                    "\b",
                    "\u0000",
                    "\u007f",
                    "\u202e",
                    "\t");

    private static final String FORGED = "12:00:00.000 INFO  forged";

    /** All words of a pattern that show foreign text. */
    private static final String PATTERN =
            "%d{HH:mm:ss.SSS} %-5level [%t] [%thread] %marker %kvp %X %X{who} %mdc{who} %m %msg"
                    + " %message%n";

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream before = System.out;

    @TempDir Path directory;

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setOut(before);
        MDC.clear();
    }

    @Test
    void with_the_pattern_as_it_is() throws IOException {
        check(start(), "%wEx");
    }

    @Test
    void with_whatever_pattern_and_way_to_show_what_was_thrown() throws IOException {
        for (var thrown :
                List.of(
                        "%ex",
                        "%exception",
                        "%throwable",
                        "%rEx",
                        "%rootException",
                        "%xEx",
                        "%xException",
                        "%xThrowable",
                        "%wEx",
                        "%wex",
                        "%ex{full}",
                        "%ex{3}"))
            check(
                    start(
                            "--logging.pattern.console=" + PATTERN + thrown,
                            "--logging.pattern.file=" + PATTERN + thrown),
                    thrown);
    }

    /** Spring logs queries at DEBUG, and an exception may repeat a whole registration. */
    @Test
    void codes_and_secrets_are_not_in_a_line() {
        console.reset();
        try (var program = start("--logging.level.org.springframework=DEBUG")) {
            var log = LoggerFactory.getLogger("org.springframework.security.web.FilterChainProxy");
            log.debug("Securing GET /set-up?token=opens-1_it&next=a");
            log.debug("GET \"/set-up?next=a&token=opens-2\", parameters={masked}");
            log.debug("Secured GET /login/oauth2/code/provider?code=opens-3&state=opens-4");
            log.error(
                    "failed",
                    new IllegalStateException(
                            "ClientRegistration{clientId='c', clientSecret='opens-5', scopes=[]}",
                            new IllegalArgumentException("/set-up?token=opens-6")));
            log.debug("Kept are ?name=a and clientId='c'");
        }
        assertThat(console.toString(StandardCharsets.UTF_8))
                .doesNotContain("opens-")
                .contains(
                        "Securing GET /set-up?token=***&next=a",
                        "GET \"/set-up?next=a&token=***\", parameters",
                        "?code=***&state=***",
                        "clientId='c', clientSecret='***', scopes",
                        "Kept are ?name=a and clientId='c'");
    }

    private void check(ConfigurableApplicationContext program, String what) throws IOException {
        console.reset();
        var file = directory.resolve("log");
        var from = Files.size(file);
        try (program) {
            for (var end : ENDS) say(end + FORGED);
        }
        for (var text :
                List.of(
                        console.toString(StandardCharsets.UTF_8),
                        new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                                .substring(Math.toIntExact(from)))) {
            assertThat(text).as(what).contains("forged").doesNotContainPattern(CONTROL);
            assertThat(lines(text))
                    .as(what)
                    .noneMatch(line -> line.startsWith("12:00:00"))
                    .noneMatch(line -> line.startsWith("[2J"));
            var records = lines(text).filter(line -> line.matches("[0-9]{2}:[0-9]{2}:.*")).count();
            assertThat(records).as(what + text).isEqualTo(4L * ENDS.size());
        }
    }

    /** Except for the ends of our own lines, and the indentation of stack traces. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u2028\u2029\u202e]");

    private static Stream<String> lines(String text) {
        return Pattern.compile("\\R").splitAsStream(text);
    }

    private static void say(String text) {
        var log = LoggerFactory.getLogger("colophon.test");
        MDC.put("who", text);
        MDC.put(text, "x");
        log.warn("message " + text);
        log.warn("argument {}", text);
        var thrown = new IllegalStateException("cause" + text, new IOException("root" + text));
        thrown.addSuppressed(new IllegalArgumentException("suppressed" + text));
        log.error("thrown", thrown);
        log.atWarn()
                .addMarker(MarkerFactory.getDetachedMarker(text))
                .addKeyValue(text, text)
                .log("event");
        MDC.clear();
    }

    private ConfigurableApplicationContext start(String... more) {
        LoggingSystem.get(getClass().getClassLoader()).cleanUp(); // resets the settings

        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        var arguments =
                Stream.concat(
                        Stream.of(
                                "--logging.file.name=" + directory.resolve("log"),
                                "--logging.pattern.file=%d{HH:mm:ss.SSS} %-5level %m%n%wEx",
                                "--spring.main.lazy-initialization=true"),
                        Stream.of(more));
        return application.run(arguments.toArray(String[]::new));
    }
}
