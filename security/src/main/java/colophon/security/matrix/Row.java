package colophon.security.matrix;

/**
 * One route and who may call it.
 *
 * @param method of HTTP
 * @param pattern of the path, as the router has it
 * @param audience who may, as far as roles go
 * @param whose what then decides whether it is theirs
 */
public record Row(String method, String pattern, Audience audience, Whose whose) {

    /** Method and pattern: what tells one row from another. */
    public String route() {
        return method + " " + pattern;
    }
}
