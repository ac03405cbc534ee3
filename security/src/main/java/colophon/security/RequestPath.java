package colophon.security;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The path that all filters compare with theirs. There is one way to write each path, since what is
 * written in another is refused before the first of them.
 */
public final class RequestPath {

    private RequestPath() {}

    /** What was asked for, without the path that the whole application may be under. */
    public static String of(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /**
     * True if that path is written as it is meant: no character is encoded that need not be, and
     * nothing in it is taken away before it is looked at (parameters behind a semicolon, empty
     * steps, dots that lead up, the other kind of slash).
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

    /** True for what can be written in no other way, and does not change where the path leads. */
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
