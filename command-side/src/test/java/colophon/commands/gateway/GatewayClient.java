package colophon.commands.gateway;

import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;

import org.springframework.http.ResponseEntity;

import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/** An office as its clients see it, through the real gate and without keys. */
public final class GatewayClient {

    private static final CommandRequest REQUEST = new CommandRequest("POST /", "/", null);

    private final CommandSide office;
    private final CommandGateway gateway;

    /** From now on the office answers in bytes, so send its commands only through this object. */
    public GatewayClient(CommandSide office) {
        var json = new JsonMapper();
        this.office = office;
        office.bus().registerHandlerInterceptor(new AnswerInterceptor(json));
        this.gateway =
                new CommandGateway(
                        office.bus(),
                        office.log(),
                        new FakeSeals(),
                        () -> Optional.of(Campus.REGISTRAR),
                        office.log()::head,
                        json);
    }

    /** The office behind the gate. */
    public CommandSide office() {
        return office;
    }

    /** The response to a command. */
    public ResponseEntity<byte[]> send(Object command) {
        return gateway.answer(REQUEST, "", command);
    }

    /** The response to a quoted command. */
    public ResponseEntity<byte[]> quote(Object command) {
        return gateway.quote(REQUEST, command);
    }
}
