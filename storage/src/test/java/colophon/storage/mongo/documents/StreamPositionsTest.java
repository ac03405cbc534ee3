package colophon.storage.mongo.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.regex.Pattern;

class StreamPositionsTest {

    @Test
    void a_place_says_its_sequence() {
        for (var stream : List.of("a", "", "a b", "a 0000000000000000"))
            for (var sequence : List.of(0L, 1L, 255L, 1L << 40, Long.MAX_VALUE)) {
                var place = StreamPositions.of(stream, sequence);
                assertThat(StreamPositions.sequence(place)).isEqualTo(sequence);
            }
    }

    @Test
    void what_is_no_place_is_refused() {
        for (var text : List.of("", "a", "a-0000000000000000", "a 000000000000000g"))
            assertThatThrownBy(() -> StreamPositions.sequence(text))
                    .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                StreamPositions.sequence(
                                        StreamPositions.ofRefusal("a 0000000000000000")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void places_of_a_stream_lie_in_the_order_of_their_sequences() {
        assertThat(List.of(9L, 10L, 15L, 16L, 255L, 4_096L, 1L << 33))
                .extracting(sequence -> StreamPositions.of("a", sequence))
                .isSorted();
    }

    @Test
    void a_pattern_finds_all_it_is_asked_for_and_nothing_of_another_stream() {
        for (var from : List.of(0L, 1L, 255L, 256L, 3_000L, 4_095L, 8_192L))
            for (var count : List.of(1L, 16L, 256L, 512L)) {
                var until =
                        Math.min(
                                from + count,
                                from - from % StreamPositions.BLOCK + StreamPositions.BLOCK);
                var pattern = Pattern.compile(StreamPositions.pattern("s.1", from, until));
                for (var at = from; at < until; at++)
                    assertThat(pattern.matcher(StreamPositions.of("s.1", at)).find()).isTrue();
                assertThat(pattern.matcher(StreamPositions.of("s-1", from)).find()).isFalse();
                assertThat(pattern.matcher(StreamPositions.of("xs.1", from)).find()).isFalse();
                assertThat(pattern.matcher(StreamPositions.of("s.1", until + 255)).find())
                        .isFalse();
                assertThat(
                                pattern.matcher(
                                                StreamPositions.of(
                                                        "s.1", from + StreamPositions.BLOCK))
                                        .find())
                        .isFalse();
            }
    }

    @Test
    void a_pattern_begins_with_plain_text_so_that_a_server_finds_its_range() {
        assertThat(StreamPositions.pattern("a-1", 0, 100)).isEqualTo("^a-1 00000000000000");
        assertThat(StreamPositions.pattern("a-1", 0, 512)).isEqualTo("^a-1 0000000000000[0-1]");
        assertThat(StreamPositions.pattern("a", 0x27F0, 0x2A00)).isEqualTo("^a 0000000000002[7-9]");
    }

    @Test
    void any_name_is_taken_literally() {
        for (var name : List.of("\\d", "^$.|?*+()[]{}", "a\0b", "ä€😀", "a\nb"))
            assertThat(
                            Pattern.compile(StreamPositions.pattern(name, 0, 9))
                                    .matcher(StreamPositions.of(name, 3))
                                    .find())
                    .isTrue();
    }

    @Test
    void a_pattern_over_two_blocks_is_refused() {
        assertThatThrownBy(() -> StreamPositions.pattern("a", 4_000, 4_097))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
