package colophon.edge;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.api.paging.Items;
import colophon.security.content.RouteContent;
import colophon.security.content.RouteContents;
import colophon.security.matrix.ServedRoutes;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Each route reads and writes only its own content types. The routes are those of the running
 * program.
 */
@Tag("io")
class ContentsTest {

    private static final List<String> TYPES =
            List.of(
                    "application/json",
                    "text/csv",
                    "application/x-www-form-urlencoded",
                    "application/yaml",
                    "application/x-yaml",
                    "text/yaml",
                    "application/vnd.oai.openapi",
                    "application/cbor",
                    "application/x-jackson-smile",
                    "application/xml",
                    "text/xml",
                    "application/x-protobuf",
                    "application/octet-stream",
                    "application/x-ndjson",
                    "application/problem+json",
                    "application/vnd.api+json",
                    "application/merge-patch+json",
                    "application/soap+xml",
                    "application/x-java-serialized-object",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "multipart/form-data; boundary=x",
                    "multipart/mixed; boundary=x",
                    "text/plain",
                    "text/html",
                    "text/event-stream",
                    "image/png");

    /** No route reads any of these types. */
    private static final List<String> ODD =
            List.of(
                    "application/json;charset=utf-16",
                    "application/json; charset=UTF-32BE",
                    "application/json;charset=iso-8859-1",
                    "application/json;charset=nothing",
                    "application/x-www-form-urlencoded;charset=utf-16",
                    "text/csv; charset=utf-16le",
                    "application/*",
                    "application/*+json",
                    "*/*",
                    "application/json, application/yaml",
                    "json",
                    "/",
                    "");

    private final Served served = Served.program();

    @Test
    void a_body_of_any_other_type_is_refused_by_every_route() {
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (var route : contents().entrySet()) {
            for (var type : TYPES) {
                if (route.getValue().reads(type)) continue;
                asked++;
                var answer = send(route.getKey(), "Content-Type: " + type, "*/*");
                if (!answer.reason().equals("415 unsupported-media-type"))
                    wrong.add(route.getKey() + " of " + type + ": " + answer.reason());
            }
            for (var type : ODD) {
                asked++;
                var answer = send(route.getKey(), "Content-Type: " + type, "*/*");
                if (answer.status() != 415 && answer.status() != 400)
                    wrong.add(route.getKey() + " of odd " + type + ": " + answer.reason());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(100 * TYPES.size());
    }

    @Test
    void a_body_of_no_type_of_two_types_or_packed_is_refused_by_every_route() {
        var wrong = new ArrayList<String>();
        for (var route : contents().entrySet()) {
            var reads = route.getValue().reads();
            var type = reads.isEmpty() ? "application/json" : reads.getFirst().toString();
            for (var lines :
                    List.of(
                            "X-Nothing: x",
                            "Content-Type: " + type + "\r\nContent-Type: application/yaml",
                            "Content-Type: " + type + "\r\nContent-Encoding: gzip")) {
                var answer = send(route.getKey(), lines, "*/*");
                if (!answer.reason().equals("415 unsupported-media-type"))
                    wrong.add(route.getKey() + " with " + lines + ": " + answer.reason());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void an_answer_of_any_other_type_is_given_by_no_route() {
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (var route : contents().entrySet()) {
            var writes = route.getValue().writes();
            if (writes.isEmpty()) continue;
            var refused = new ArrayList<String>();
            for (var type : TYPES)
                if (writes.stream().noneMatch(MediaType.parseMediaType(type)::equalsTypeAndSubtype))
                    refused.add(type);
            refused.add("application/yaml, application/cbor;q=0.5");
            refused.add("application/*+json");
            refused.add("*/*;q=0");
            refused.add("*/*;q=x");
            refused.add("x");
            refused.add(",");
            refused.add("a/b,".repeat(50) + "*/*");
            refused.add(
                    writes.stream()
                            .map(type -> type.getType() + "/" + type.getSubtype() + ";q=0")
                            .collect(Collectors.joining(", ", "", ", */*")));
            refused.add(
                    writes.getFirst().getType() + "/" + writes.getFirst().getSubtype() + ";q=0");
            refused.add("application/json;charset=utf-16");
            for (var accept : refused) {
                asked++;
                var answer = accepting(route, accept);
                if (!answer.reason().equals("406 not-acceptable")
                        || answer.body().contains("as it is"))
                    wrong.add(route.getKey() + " as " + accept + ": " + answer.reason());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(100 * TYPES.size());
    }

    @Test
    void several_ranges_are_weighed() {
        for (var accept :
                List.of(
                        "*/*",
                        "application/*",
                        "application/yaml, application/json",
                        "application/cbor, */*;q=0.1",
                        "text/csv;q=0, application/json",
                        "application/json;charset=utf-8",
                        "application/json;charset=utf-16, application/json;q=0.2")) {
            var answer = ask("GET /api/v1/students", accept);
            assertThat(answer.status()).as(accept).isEqualTo(200);
            assertThat(answer.head())
                    .as(accept)
                    .containsPattern("Content-Type: application/json\r");
        }
        for (var accept :
                List.of(
                        "text/csv",
                        "text/*",
                        "application/yaml, text/csv",
                        "application/json;q=0.1, text/csv",
                        "application/json;q=0, */*",
                        "application/yaml\r\nAccept: text/csv")) {
            var answer = ask("GET /api/v1/students", accept);
            assertThat(answer.status()).as(accept).isEqualTo(200);
            assertThat(answer.head()).as(accept).contains("Content-Type: text/csv");
        }
    }

    @Test
    void of_each_route_it_is_said_and_of_nothing_else() {
        for (var route : routes())
            assertThat(RouteContents.of(route.split(" ")[0], route.split(" ")[1]))
                    .as(route)
                    .isNotNull();
        var tables = new TreeSet<String>();
        var said = new TreeSet<String>();
        for (var mapping : mappings())
            mapping.getHandlerMethods()
                    .forEach(
                            (info, handler) -> {
                                var isList = handler.getMethod().getReturnType() == Items.class;
                                if (isList) tables.addAll(info.getPatternValues());
                            });
        for (var route : routes()) {
            var content =
                    Objects.requireNonNull(
                            RouteContents.of(route.split(" ")[0], route.split(" ")[1]));
            if (content.writes().size() > 1) said.add(route.split(" ")[1]);
        }
        assertThat(said).isEqualTo(tables);
    }

    @Test
    void nothing_that_reads_another_format_is_there_at_all() {
        assertThat(served.bean(RequestMappingHandlerAdapter.class).getMessageConverters())
                .extracting(HttpMessageConverter::getClass)
                .extracting(Class::getSimpleName)
                .containsOnly(
                        "ByteArrayHttpMessageConverter",
                        "StringHttpMessageConverter",
                        "JacksonJsonHttpMessageConverter",
                        "TableConverter");
    }

    private Map<String, RouteContent> contents() {
        var all = new TreeMap<>(RouteContents.filters());
        for (var route : routes())
            if (!route.startsWith("*"))
                all.put(
                        route,
                        Objects.requireNonNull(
                                RouteContents.of(route.split(" ")[0], route.split(" ")[1])));
        return all;
    }

    private TreeSet<String> routes() {
        return new TreeSet<>(ServedRoutes.routes(mappings()));
    }

    private List<RequestMappingHandlerMapping> mappings() {
        return List.copyOf(
                served.context().getBeansOfType(RequestMappingHandlerMapping.class).values());
    }

    private Served.Answer send(String route, String lines, String accept) {
        return served.ask(
                route.split(" ")[0],
                path(route),
                Served.address(),
                "{\"reason\":\"x\"}",
                lines,
                "Accept: " + accept,
                authorization(route));
    }

    private String authorization(String route) {
        return route.contains("/me/") ? served.student() : served.administrator();
    }

    /** With a body that the route reads. */
    private Served.Answer accepting(Map.Entry<String, RouteContent> route, String accept) {
        var reads = route.getValue().reads();
        if (reads.isEmpty()) return ask(route.getKey(), accept);
        return send(route.getKey(), "Content-Type: " + reads.getFirst(), accept);
    }

    private Served.Answer ask(String route, String accept) {
        return served.ask(
                route.split(" ")[0],
                path(route),
                Served.address(),
                null,
                "Accept: " + accept,
                authorization(route));
    }

    private static String path(String route) {
        var path = route.split(" ")[1].replaceAll("\\{[^}]*}", "x");
        return path.equals("/api/v1/imports") ? path + "?kind=students&dryRun=true" : path;
    }
}
