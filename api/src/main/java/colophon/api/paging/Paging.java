package colophon.api.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.problem.RequestProblem;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The requested page of a list. The cursor holds the place of the last item that was answered. So
 * an item that stays in the list is answered exactly once, even if the list changes meanwhile.
 */
public record Paging(String list, int limit, String after) {

    /** Ids, days, numbers and instants: visible ASCII, with NUL between the parts of a sort key. */
    private static final Pattern PLACE = Pattern.compile("[\\x00\\x21-\\x7e]{0,400}");

    /**
     * Reads the two parameters of every list.
     *
     * @param list the name of the list; the cursor of another list is refused
     * @throws org.springframework.web.ErrorResponseException invalid-parameter
     */
    public static Paging of(String list, int limit, @Nullable String cursor) {
        if (limit < 1 || limit > 200)
            throw RequestProblem.INVALID_PARAMETER.because("limit is " + limit + ", not 1 to 200");
        return new Paging(list, limit, cursor == null ? "" : place(list, cursor));
    }

    /** The first page of a list, of the greatest length. */
    public static Paging first(String list) {
        return new Paging(list, 200, "");
    }

    /**
     * The page of the items that {@code find} answers to (after, limit), without unwanted ones.
     *
     * @param beginAt the place to begin behind, unless the cursor is further on
     */
    public <V, T> Items<T> page(
            BiFunction<String, Integer, List<FoundRecord<V>>> find,
            String beginAt,
            Predicate<V> wanted,
            Function<V, T> answer) {
        var items = new ArrayList<T>();
        var at = after.compareTo(beginAt) > 0 ? after : beginAt;
        var last = at;
        int step = Math.max(64, limit + 1);
        while (true) {
            var found = find.apply(at, step);
            for (var one : found) {
                at = one.at();
                if (!wanted.test(one.value())) continue;
                if (items.size() == limit) return new Items<>(items, cursor(last));
                items.add(answer.apply(one.value()));
                last = at;
            }
            if (found.size() < step) return new Items<>(items, null);
        }
    }

    /** The page of all items that {@code find} answers to (after, limit). */
    public <V, T> Items<T> page(
            BiFunction<String, Integer, List<FoundRecord<V>>> find, Function<V, T> answer) {
        return page(find, "", _ -> true, answer);
    }

    /** The cursor of the page behind that place. */
    public String cursor(String place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((list + ":" + place).getBytes(UTF_8));
    }

    private static String place(String list, String cursor) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            var place = text.substring(Math.min(text.length(), list.length() + 1));
            if (text.startsWith(list + ":") && PLACE.matcher(place).matches()) return place;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw notOurs(cursor);
        }
        throw notOurs(cursor);
    }

    private static RuntimeException notOurs(String cursor) {
        return RequestProblem.INVALID_PARAMETER.because(
                "cursor '" + cursor + "' did not come from an answer of this list");
    }
}
