package colophon.security.matrix;

/**
 * One route and who may call it.
 *
 * @param method the HTTP method
 * @param pattern the path pattern, as the router has it
 * @param audience the callers that it admits by role
 * @param whose what then decides whether the data is theirs
 */
public record RouteRule(String method, String pattern, Audience audience, OwnershipRule whose) {

    /** Method and pattern, which identify the row. */
    public String route() {
        return method + " " + pattern;
    }
}
