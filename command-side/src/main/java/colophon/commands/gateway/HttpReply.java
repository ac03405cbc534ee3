package colophon.commands.gateway;

import static colophon.commands.Reason.KEY_IN_PROGRESS;

import colophon.api.problem.Problem;
import colophon.commands.Refusal;
import colophon.commands.reply.Reply;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import java.net.URI;

/**
 * A response ready to send.
 *
 * @param position the position in the log it reflects; sent only with a success
 * @param later seconds after which a repeated request may get another answer; 0 if it will not
 */
record HttpReply(int status, String contentType, byte[] body, long position, long later) {

    private static final int UNAVAILABLE = 503;

    static HttpReply done(CommandResult result, long position) {
        return new HttpReply(result.status(), "application/json", result.body(), position, 0);
    }

    static HttpReply again(Reply reply, long position) {
        return new HttpReply(reply.status(), reply.contentType(), reply.body(), position, 0);
    }

    static HttpReply refused(Refusal refusal, String instance) {
        var reason = refusal.reason();
        var problem = Problem.of(reason, refusal.detail());
        problem.setInstance(URI.create(instance));
        return new HttpReply(
                reason.status(),
                "application/problem+json",
                Problem.json(problem),
                0,
                reason == KEY_IN_PROGRESS || reason.status() == UNAVAILABLE ? 1 : 0);
    }

    HttpReply later(long seconds) {
        return new HttpReply(status, contentType, body, position, seconds);
    }

    ResponseEntity.BodyBuilder head() {
        var response =
                ResponseEntity.status(status).contentType(MediaType.parseMediaType(contentType));
        if (status < 300) response.header("Event-Position", Long.toString(position));
        if (later > 0) response.header("Retry-After", Long.toString(later));
        return response;
    }

    ResponseEntity<byte[]> response() {
        return head().body(body);
    }
}
