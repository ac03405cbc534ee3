package colophon.api.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class PagingTest {

    private static final List<String> LETTERS = Stream.of("abcdefg".split("")).toList();

    @Test
    void the_pages_of_a_list_contain_each_entry_once() {
        for (int limit = 1; limit <= LETTERS.size() + 1; limit++) {
            var all = new ArrayList<String>();
            @Nullable String cursor = null;
            do {
                var page = Paging.of("letters", limit, cursor).page(PagingTest::letters, l -> l);
                assertThat(page.items()).hasSizeBetween(1, limit);
                all.addAll(page.items());
                cursor = page.next();
            } while (cursor != null);
            assertThat(all).isEqualTo(LETTERS);
        }
    }

    @Test
    void unwanted_entries_are_passed_over() {
        var page =
                Paging.of("letters", 2, null)
                        .page(PagingTest::letters, "b", letter -> !letter.equals("d"), l -> l);
        assertThat(page.items()).containsExactly("c", "e");
        assertThat(Paging.of("letters", 9, page.next()).after()).isEqualTo("e");
    }

    @Test
    void a_wrong_limit_and_the_cursor_of_another_list_are_refused() {
        refused("letters", 0, null);
        refused("letters", 201, null);
        refused("letters", 1, "c");
        refused("letters", 1, Paging.first("numbers").cursor("c"));
        refused("letters", 1, Paging.first("letters").cursor("a b"));
    }

    private static void refused(String list, int limit, @Nullable String cursor) {
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> Paging.of(list, limit, cursor))
                .satisfies(
                        e ->
                                assertThat(e.getBody().getProperties())
                                        .containsEntry("reason", "invalid-parameter"));
    }

    private static List<FoundRecord<String>> letters(String after, int count) {
        return LETTERS.stream()
                .filter(letter -> letter.compareTo(after) > 0)
                .limit(count)
                .map(letter -> new FoundRecord<>(letter, letter))
                .toList();
    }
}
