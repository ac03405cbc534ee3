package colophon.commands.desk;

import colophon.commands.campus.Office;

import org.springframework.http.ResponseEntity;

import tools.jackson.databind.json.JsonMapper;

/** An office as its clients see it, through the real gate and without keys. */
public final class Seen {

    private static final CommandRequest REQUEST = new CommandRequest("POST /", "/", null);

    private final Office office;
    private final CommandGate gate;

    /** From now on the office answers in bytes, so send its commands only through this object. */
    public Seen(Office office) {
        var json = new JsonMapper();
        this.office = office;
        office.bus().registerHandlerInterceptor(new AnswerInterceptor(json));
        this.gate =
                new CommandGate(
                        office.bus(),
                        office.log(),
                        new FakeSeals(),
                        () -> "registrar",
                        office.log()::head,
                        json);
    }

    /** The office behind the gate. */
    public Office office() {
        return office;
    }

    /** The response to a command. */
    public ResponseEntity<byte[]> send(Object command) {
        return gate.answer(REQUEST, "", command);
    }

    /** The response to a quoted command. */
    public ResponseEntity<byte[]> quote(Object command) {
        return gate.quote(REQUEST, command);
    }
}
