package colophon.commands.desk;

/**
 * What a command handler answers: becomes the HTTP response, and is kept with the commit.
 *
 * @param status 201 when the command made something, else 200
 * @param body a record of ids, words, dates and amounts; never of anything that identifies a person
 */
public record Answer(int status, Object body) {

    /** Something was made. */
    public static Answer created(Object body) {
        return new Answer(201, body);
    }

    /** It was done, or had been done before by the same request. */
    public static Answer ok(Object body) {
        return new Answer(200, body);
    }

    /** 201 when the decision made something now, 200 when it had been made by the same request. */
    public static Answer made(boolean now, Object body) {
        return new Answer(now ? 201 : 200, body);
    }
}
