package colophon.launcher.edge;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/**
 * The rates count the address of the connection. Headers about the address count only if the
 * settings say that a proxy sets them. Uses the settings that the program ships with.
 */
@Tag("io")
class WhereARequestComesFromTest {

    private static final Map<String, String> CLAIMS =
            Map.of(
                    "X-Forwarded-For", "203.0.113.7",
                    "Forwarded", "for=203.0.113.7;proto=https;host=evil.example",
                    "X-Forwarded-Proto", "https",
                    "X-Forwarded-Host", "evil.example",
                    "X-Forwarded-Port", "444",
                    "X-Real-IP", "203.0.113.7");

    @ParameterizedTest
    @ValueSource(strings = {"none", "kubernetes", "cloud_foundry", "heroku", "azure_app_service"})
    void without_a_proxy_it_is_where_the_connection_comes_from_wherever_it_runs(String platform)
            throws Exception {
        assertThat(asked("--spring.main.cloud-platform=" + platform, CLAIMS))
                .isEqualTo("127.0.0.1 http 127.0.0.1");
    }

    @Test
    void behind_a_proxy_it_is_what_the_proxy_says() throws Exception {
        var told = Map.of("X-Forwarded-For", "203.0.113.7");
        assertThat(asked("--server.forward-headers-strategy=native", told))
                .isEqualTo("203.0.113.7 http 127.0.0.1");
    }

    private static String asked(String option, Map<String, String> headers)
            throws IOException, InterruptedException {
        try (var context =
                        (ServletWebServerApplicationContext)
                                new SpringApplicationBuilder(Echo.class)
                                        .run("--server.port=0", option);
                var client = HttpClient.newHttpClient()) {
            int port = requireNonNull(context.getWebServer()).getPort();
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"));
            headers.forEach(request::header);
            return client.send(request.build(), BodyHandlers.ofString()).body();
        }
    }

    @Configuration
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class Echo {

        @Bean
        Servlet echo() {
            return new HttpServlet() {
                @Override
                protected void doGet(HttpServletRequest request, HttpServletResponse response)
                        throws IOException {
                    response.getWriter()
                            .print(
                                    "%s %s %s"
                                            .formatted(
                                                    request.getRemoteAddr(),
                                                    request.getScheme(),
                                                    request.getServerName()));
                }
            };
        }
    }
}
