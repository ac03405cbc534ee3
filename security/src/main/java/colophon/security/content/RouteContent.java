package colophon.security.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The content types that a route reads and writes. Anything else is refused before the body is
 * read: a body of another type with 415, and a request for an answer of another type with 406.
 *
 * @param reads the types of body it reads; empty for a route that takes no body
 * @param writes the types of answer it writes, the default first; empty where the answer does not
 *     depend on the Accept header
 */
public record RouteContent(List<MediaType> reads, List<MediaType> writes) {

    /** More than any client asks for, and few enough to sort. */
    private static final int MOST_RANGES = 50;

    /** Copies the lists. */
    public RouteContent {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
    }

    /** True if the route reads a body of this Content-Type. */
    public boolean reads(@Nullable String contentType) {
        var type = parsed(contentType);
        return type != null && reads.stream().anyMatch(type::equalsTypeAndSubtype);
    }

    /**
     * Throws Spring's exceptions for a body that is not read here, and for an answer that is not
     * written here.
     */
    public void check(HttpServletRequest request)
            throws HttpMediaTypeNotSupportedException, HttpMediaTypeNotAcceptableException {
        checkBody(request);
        if (writes.isEmpty()) return;
        var ranges = ranges(request);
        if (writes.stream().noneMatch(type -> isAccepted(type, ranges)))
            throw new HttpMediaTypeNotAcceptableException(writes);
    }

    private void checkBody(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        var types = Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE));
        var isSent = isSent(request);
        if (!isSent && (types.isEmpty() || Set.of("GET", "HEAD").contains(request.getMethod())))
            return;
        if (types.size() == 1 && reads(types.getFirst()) && isPlain(request)) return;
        throw new HttpMediaTypeNotSupportedException(
                parsed(types.isEmpty() ? null : types.getFirst()), reads);
    }

    /** True if the request has, or may have, a body. */
    public static boolean isSent(HttpServletRequest request) {
        return request.getContentLengthLong() > 0
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** True if this Content-Type is that of a form, in any spelling. */
    public static boolean isForm(@Nullable String contentType) {
        var type = parsed(contentType);
        return type != null && type.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED);
    }

    /** A compressed body is refused, because nobody knows how large it would become. */
    private static boolean isPlain(HttpServletRequest request) {
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding == null || encoding.equalsIgnoreCase("identity");
    }

    /**
     * The type in a Content-Type header; null if it is malformed or names an encoding other than
     * UTF-8.
     */
    private static @Nullable MediaType parsed(@Nullable String contentType) {
        if (contentType == null) return null;
        try {
            var type = MediaType.parseMediaType(contentType);
            return isUtf8(type) ? type : null;
        } catch (InvalidMediaTypeException _) {
            return null;
        }
    }

    private static boolean isUtf8(MediaType type) {
        var charset = type.getCharset();
        return charset == null || charset.equals(UTF_8);
    }

    /** The most specific range decides: {@code a/b} before {@code *}{@code /*}. */
    private static boolean isAccepted(MediaType type, List<MediaType> ranges) {
        @Nullable MediaType closest = null;
        for (var range : ranges)
            if (range.includes(type) && (closest == null || closeness(range) > closeness(closest)))
                closest = range;
        return closest != null && closest.getQualityValue() > 0;
    }

    private static int closeness(MediaType range) {
        if (range.isWildcardType()) return 0;
        return range.isWildcardSubtype() ? 1 : 2;
    }

    /**
     * The types that a request accepts, without any parameter but the quality, since all answers
     * are in UTF-8. Gives every type if the header cannot be read: {@link #check} then refuses the
     * request, and the refusal needs a type too.
     */
    public static List<MediaType> asked(HttpServletRequest request) {
        var ranges = ranges(request);
        return ranges.isEmpty() ? List.of(MediaType.ALL) : ranges;
    }

    /** Empty if the ranges cannot be read or are too many. */
    private static List<MediaType> ranges(HttpServletRequest request) {
        var header = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        if (header.isBlank()) return List.of(MediaType.ALL);
        try {
            var ranges =
                    MediaType.parseMediaTypes(header).stream()
                            .filter(RouteContent::isUtf8)
                            .map(RouteContent::plain)
                            .toList();
            return ranges.size() <= MOST_RANGES ? ranges : List.of();
        } catch (InvalidMediaTypeException _) {
            return List.of();
        }
    }

    private static MediaType plain(MediaType range) {
        return new MediaType(range.getType(), range.getSubtype(), range.getQualityValue());
    }
}
