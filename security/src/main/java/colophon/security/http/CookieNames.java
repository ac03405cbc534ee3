package colophon.security.http;

/** The names of the cookies. */
public final class CookieNames {

    /** The cookie of a browser's session. */
    public static final String SESSION = "SESSION";

    /** The cookie whose value a page repeats in the header {@code X-XSRF-TOKEN}. */
    public static final String XSRF = "XSRF-TOKEN";

    private CookieNames() {}

    /**
     * The full name of that cookie; {@code encrypted} is true where browsers use TLS. With the
     * prefix {@code __Host-}, a browser accepts the cookie only from this host, by TLS, for all
     * paths. No other host of the same domain can replace it.
     */
    public static String named(String name, boolean encrypted) {
        return encrypted ? "__Host-" + name : name;
    }
}
