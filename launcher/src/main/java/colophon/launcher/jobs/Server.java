package colophon.launcher.jobs;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;

/** A running server, asked over HTTP. */
final class Server {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;

    Server(URI url) {
        this.url = url;
    }

    /** What it answered, problems included. */
    record Answer(int status, JsonNode body) {

        boolean accepted() {
            return status < 300;
        }

        String text(String field) {
            return body.path(field).asString("");
        }

        /** What is wrong, in a line. */
        String problem() {
            return text("title") + ": " + text("detail");
        }
    }

    Answer get(String path) throws IOException {
        return send(request(path).GET());
    }

    /** POST of a CSV file. */
    Answer send(String path, Path file) throws IOException {
        return send(
                request(path)
                        .header("Content-Type", "text/csv; charset=UTF-8")
                        .POST(BodyPublishers.ofFile(file)));
    }

    /** POST of a body with one field. */
    Answer send(String path, String field, String value) throws IOException {
        var body = JSON.writeValueAsString(Map.of(field, value));
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve("/api/v1" + path));
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (ConnectException _) {
            return unanswered("Nobody answers");
        } catch (IOException _) {
            return unanswered("The connection broke in the middle; send the same again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Answer unanswered(String title) {
        return new Answer(503, JSON.valueToTree(Map.of("title", title, "detail", url.toString())));
    }
}
