package colophon.commands.gateway;

/**
 * The answer of a command handler. It becomes the HTTP response and is kept with the commit.
 *
 * @param status 201 if the command made something, else 200
 * @param body a record of ids, words, dates and amounts, without anything that identifies a person
 */
public record CommandAnswer(int status, Object body) {

    /** Something was made. */
    public static CommandAnswer created(Object body) {
        return new CommandAnswer(201, body);
    }

    /** It was done now, or before by the same request. */
    public static CommandAnswer ok(Object body) {
        return new CommandAnswer(200, body);
    }

    /** 201 if it was made now, 200 if the same request made it before. */
    public static CommandAnswer made(boolean now, Object body) {
        return new CommandAnswer(now ? 201 : 200, body);
    }
}
