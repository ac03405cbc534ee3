package colophon.commands.desk;

import colophon.commands.campus.Office;

import org.springframework.http.ResponseEntity;

import tools.jackson.databind.json.JsonMapper;

/** An office as its clients see it: through the real gate, without keys. */
public final class Seen {

    private static final CommandRequest REQUEST = new CommandRequest("POST /", "/", null);

    private final Office office;
    private final CommandGate gate;

    /** From now on its commands are answered in bytes: send them here only. */
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

    /** Its log and subjects. */
    public Office office() {
        return office;
    }

    /** The response to a command. */
    public ResponseEntity<byte[]> send(Object command) {
        return gate.answer(REQUEST, "", command);
    }

    /** The response to a command that does not happen. */
    public ResponseEntity<byte[]> quote(Object command) {
        return gate.quote(REQUEST, command);
    }
}
