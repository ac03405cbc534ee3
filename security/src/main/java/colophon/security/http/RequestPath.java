package colophon.security.http;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The path of a request, as every filter compares it. Each path has exactly one spelling: any other
 * spelling is refused before the first filter sees it.
 */
public final class RequestPath {

    private RequestPath() {}

    /** The requested path, without the context path of the application. */
    public static String of(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /**
     * True if the path has its plain spelling. No character is percent-encoded without need, and
     * there is nothing that a server would remove first: parameters after a semicolon, empty
     * segments, dot segments or backslashes.
     */
    public static boolean isPlain(String path) {
        if (!path.startsWith("/") || path.contains("//")) return false;
        for (int at = 0; at < path.length(); at++) {
            var next = path.charAt(at);
            if (next <= ' ' || next >= 0x7f || next == '\\' || next == ';') return false;
            if (next == '%' && !isNeeded(path, at)) return false;
        }
        for (var step : path.split("/", -1))
            if (step.equals(".") || step.equals("..")) return false;
        return true;
    }

    /**
     * True for a percent-encoding that has no other spelling and does not change where the path
     * leads.
     */
    private static boolean isNeeded(String path, int at) {
        if (at + 2 >= path.length()) return false;
        int high = Character.digit(path.charAt(at + 1), 16);
        int low = Character.digit(path.charAt(at + 2), 16);
        if (high < 0 || low < 0) return false;
        int meant = high * 16 + low;
        if (meant >= 0x80) return true;
        return meant >= ' ' && meant != 0x7f && !isUnreserved(meant) && "/\\;%".indexOf(meant) < 0;
    }

    private static boolean isUnreserved(int meant) {
        return meant >= 'a' && meant <= 'z'
                || meant >= 'A' && meant <= 'Z'
                || meant >= '0' && meant <= '9'
                || "-._~".indexOf(meant) >= 0;
    }
}
