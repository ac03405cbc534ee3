package colophon.launcher.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/**
 * A running server, called over HTTP. The environment holds the credentials: a client and its
 * secret in COLOPHON_CLIENT, or an access token in COLOPHON_TOKEN.
 */
final class ServerClient {

    private static final String CLIENT = "COLOPHON_CLIENT";
    private static final String TOKEN = "COLOPHON_TOKEN";

    /** The address where clients get their tokens, if it is not the server itself. */
    private static final String TOKEN_URL = "COLOPHON_TOKEN_URL";

    /** Half the life of a token. A long import fetches a new one in between. */
    private static final Duration TOKEN_KEPT = Duration.ofMinutes(5);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;
    private final Map<String, String> environment;
    private @Nullable String token;
    private long tokenUntil;

    ServerClient(URI url) {
        this(url, System.getenv());
    }

    ServerClient(URI url, Map<String, String> environment) {
        this.url = url;
        this.environment = environment;
        this.token = environment.get(TOKEN);
        this.tokenUntil = Long.MAX_VALUE;
    }

    /** An answer of the server, including problems. */
    record ServerReply(int status, JsonNode body) {

        boolean accepted() {
            return status < 300;
        }

        String text(String field) {
            return body.path(field).asString("");
        }

        /** The problem in one line. */
        String problem() {
            return text("title") + ": " + text("detail");
        }
    }

    ServerReply get(String path) throws IOException {
        return send(request(path).GET());
    }

    /** Sends a CSV file by POST. */
    ServerReply send(String path, Path file) throws IOException {
        return send(
                request(path)
                        .header("Content-Type", "text/csv; charset=UTF-8")
                        .POST(BodyPublishers.ofFile(file)));
    }

    /** Sends a body with one field by POST. */
    ServerReply send(String path, String field, String value) throws IOException {
        var body = JSON.writeValueAsString(Map.of(field, value));
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve("/api/v1" + path));
    }

    private ServerReply send(HttpRequest.Builder request) throws IOException {
        if (token == null || System.nanoTime() > tokenUntil) {
            var given = newToken();
            if (!given.accepted()) return given;
            token = given.text("access_token");
            tokenUntil = System.nanoTime() + TOKEN_KEPT.toNanos();
        }
        return sendAsItIs(request.header("Authorization", "Bearer " + token));
    }

    private ServerReply newToken() throws IOException {
        var client = environment.get(CLIENT);
        if (client == null) return notSignedIn("put id:secret of a client into " + CLIENT);
        var from = environment.get(TOKEN_URL);
        var answer =
                sendAsItIs(
                        HttpRequest.newBuilder(
                                        from == null
                                                ? url.resolve("/oauth2/token")
                                                : URI.create(from))
                                .header("Authorization", "Basic " + basic(client))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        return answer.status() != 401
                ? answer
                : notSignedIn(CLIENT + " is not a client of this server");
    }

    private static ServerReply notSignedIn(String detail) {
        return new ServerReply(
                401, JSON.valueToTree(Map.of("title", "You are not signed in", "detail", detail)));
    }

    /** As RFC 6749 requires: both parts are encoded before they are joined. */
    private static String basic(String client) {
        int colon = client.indexOf(':');
        var id = URLEncoder.encode(client.substring(0, Math.max(0, colon)), UTF_8);
        var secret = URLEncoder.encode(client.substring(colon + 1), UTF_8);
        return Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
    }

    private ServerReply sendAsItIs(HttpRequest.Builder request) throws IOException {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            return new ServerReply(response.statusCode(), JSON.readTree(response.body()));
        } catch (ConnectException _) {
            return unanswered("The server does not answer");
        } catch (IOException _) {
            return unanswered("The connection broke; send the same request again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private ServerReply unanswered(String title) {
        return new ServerReply(
                503, JSON.valueToTree(Map.of("title", title, "detail", url.toString())));
    }
}
