package colophon.security;

/** How our cookies are called. */
public final class Cookies {

    /** Of a browser's session. */
    public static final String SESSION = "SESSION";

    /** What a page has to say again in the header {@code X-XSRF-TOKEN}. */
    public static final String XSRF = "XSRF-TOKEN";

    private Cookies() {}

    /**
     * The name of that cookie where browsers come by TLS, or not. With {@code __Host-} before it, a
     * browser takes it from this host alone, by TLS, for all paths: no other host of the same
     * domain can set one of its own in its place.
     */
    public static String named(String name, boolean encrypted) {
        return encrypted ? "__Host-" + name : name;
    }
}
