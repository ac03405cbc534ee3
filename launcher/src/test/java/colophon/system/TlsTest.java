package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import colophon.system.driver.Program;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** With a certificate in its settings, the program speaks only TLS. */
class TlsTest {

    private static final String PASSWORD = "changeit";
    private static final Pattern LISTENS = Pattern.compile("listens on https://127[0-9.]+:(\\d+)");

    @TempDir Path directory;

    @Test
    void a_certificate_in_the_settings_is_enough() throws Exception {
        var keys = directory.resolve("colophon.p12");
        makeCertificate(keys);
        try (var program =
                Program.starting(
                        directory.resolve("data"),
                        "--server.ssl.key-store=" + keys,
                        "--server.ssl.key-store-password=" + PASSWORD)) {
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> LISTENS.matcher(program.output()).find());
            var listens = LISTENS.matcher(program.output());
            assertThat(listens.find()).isTrue();
            int port = Integer.parseInt(listens.group(1));
            var trusting = trusting(keys);
            var page = get(trusting, port, "/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Strict-Transport-Security"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("max-age="));
            assertThat(get(trusting, port, "/api/v1/students").statusCode()).isEqualTo(401);
            assertThat(inClear(port)).doesNotContain("HTTP/1.1 2").doesNotContain("Tomcat");
        }
    }

    private static HttpResponse<String> get(SSLContext trusting, int port, String path)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().sslContext(trusting).build()) {
            var address = URI.create("https://localhost:" + port + path);
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        }
    }

    private static String inClear(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(300_000);
            socket.getOutputStream()
                    .write(
                            "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static SSLContext trusting(Path keys) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("colophon", store.getCertificate("colophon"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private void makeCertificate(Path keys) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-alias",
                                "colophon",
                                "-keyalg",
                                "EC",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                keys.toString(),
                                "-storepass",
                                PASSWORD,
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost,ip:127.0.0.1")
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("keytool.out").toFile())
                        .start();
        assertThat(made.waitFor()).as(() -> read(directory.resolve("keytool.out"))).isZero();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }
}
