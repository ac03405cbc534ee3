package colophon.launcher.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request whose form has been read. The form fields are parameters, after those of the query
 * string.
 */
final class ReadFormRequest extends HttpServletRequestWrapper {

    /** More than any form of ours has, even with fields that a page adds. */
    private static final int MOST_FIELDS = 100;

    private final byte[] body;
    private final Map<String, String[]> parameters;

    private ReadFormRequest(
            HttpServletRequest request, byte[] body, Map<String, String[]> parameters) {
        super(request);
        this.body = body;
        this.parameters = parameters;
    }

    /** The body is not a readable form. */
    static final class UnreadableException extends Exception {}

    /**
     * Reads the form from the body of this request. The buffer grows only with the bytes that
     * arrive.
     */
    static ReadFormRequest read(HttpServletRequest request)
            throws IOException, UnreadableException {
        var body = request.getInputStream().readAllBytes();
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap()
                .forEach((name, values) -> fields.put(name, new ArrayList<>(List.of(values))));
        var text = new String(body, UTF_8);
        int count = 0;
        for (var field : text.isEmpty() ? new String[0] : text.split("&", MOST_FIELDS + 1)) {
            if (++count > MOST_FIELDS) throw new UnreadableException();
            if (field.isEmpty()) continue;
            var equals = field.indexOf('=');
            var name = equals < 0 ? field : field.substring(0, equals);
            var value = equals < 0 ? "" : field.substring(equals + 1);
            fields.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
        }
        var parameters = new LinkedHashMap<String, String[]>();
        fields.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return new ReadFormRequest(request, body, Collections.unmodifiableMap(parameters));
    }

    private static String decoded(String encoded) throws UnreadableException {
        try {
            return URLDecoder.decode(encoded, UTF_8);
        } catch (IllegalArgumentException _) {
            throw new UnreadableException();
        }
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    /** Gives the body that was read once more. */
    @Override
    public ServletInputStream getInputStream() {
        return new Again(new ByteArrayInputStream(body));
    }

    private static final class Again extends ServletInputStream {

        private final ByteArrayInputStream in;

        Again(ByteArrayInputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return in.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The form has been read");
        }
    }
}
