package colophon.launcher.policies;

import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.gateway.CommandRequest.InternalOrigin;

import java.nio.charset.StandardCharsets;

/** Sends the commands that nobody asks for but the time that passes. */
record ClockCommands(CommandGateway gateway) {

    private static final CommandRequest REQUEST =
            new CommandRequest(
                    "clock", "/clock", null, new InternalOrigin("clock", "/clock", false));

    /** What a command was answered, as text. */
    record ClockReply(boolean isRefused, String text) {}

    ClockReply send(Object command) {
        var answer = gateway.answer(REQUEST, "", command);
        var body = answer.getBody() == null ? new byte[0] : answer.getBody();
        return new ClockReply(
                answer.getStatusCode().isError(), new String(body, StandardCharsets.UTF_8));
    }
}
