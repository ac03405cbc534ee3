package colophon.storage.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.events.EventTypes;
import colophon.events.Recorded;
import colophon.views.LargeHistory;
import colophon.views.ViewsConfiguration;
import colophon.views.catalog.Institution;
import colophon.views.fund.Fund;
import colophon.views.history.EventSamples;
import colophon.views.reading.View;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class ViewRecordCodecTest {

    private final ViewRecordCodec codec = new ViewRecordCodec();

    static Stream<View<?>> views() {
        return ViewsConfiguration.VIEWS.stream();
    }

    /** Tries every event, with all fields and with only the required ones. */
    @ParameterizedTest
    @MethodSource("views")
    void reads_back_every_record_that_any_event_can_make(View<?> view) {
        var unread = new ArrayList<String>();
        int read = 0;
        for (var type : EventTypes.all().toList())
            for (var event : List.of(EventSamples.full(type), EventSamples.sparse(type))) {
                if (view.key().of(event) == null) continue;
                if (isReadBack(view, event)) read++;
                else unread.add(type.getSimpleName());
            }
        assertThat(read).as("events that view %s has read", view.name()).isPositive();
        assertThat(unread).isEmpty();
    }

    @Test
    void reads_back_the_records_of_whole_histories() {
        var histories = new ArrayList<List<Recorded<?>>>();
        histories.add(LargeHistory.of(60));
        for (long seed = 0; seed < 30; seed++) histories.add(SampleHistories.random(seed, 120));
        for (var history : histories)
            for (var view : ViewsConfiguration.VIEWS) readBack(view, history);
    }

    @Test
    void refuses_what_it_does_not_know() {
        var known = "{\"id\":\"i\",\"name\":\"I\",\"currency\":\"USD\",\"zone\":\"UTC\"";
        assertThat(codec.read(known + "}", Institution.class).name()).isEqualTo("I");
        for (var unknown :
                List.of(
                        known + ",\"more\":1}",
                        known + ",\"@class\":\"colophon.views.catalog.Institution\"}",
                        known + "} {}"))
            assertThatThrownBy(() -> codec.read(unknown, Institution.class))
                    .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void writes_amounts_as_exact_text_and_events_under_their_stored_names() {
        var texts = new ArrayList<String>();
        for (var view : List.of(Fund.VIEW, colophon.views.account.LedgerView.VIEW))
            fold(view, LargeHistory.of(4)).values().forEach(one -> texts.add(codec.write(one)));
        assertThat(texts).allMatch(text -> !text.matches(".*\"amount\":[0-9-].*"));
        assertThat(texts).anyMatch(text -> text.contains("\"amount\":\"9000000.00\""));
        assertThat(texts).noneMatch(text -> text.contains("colophon.") || text.contains("@"));
        assertThat(texts).anyMatch(text -> text.contains("\"is\":\""));
    }

    @Test
    void knows_another_definition_by_another_digest() {
        var views = ViewsConfiguration.VIEWS;
        var digest = ViewDefinition.of(views);
        assertThat(digest).matches("[0-9a-f]{16}").isEqualTo(ViewDefinition.of(List.copyOf(views)));
        assertThat(ViewDefinition.of(List.of(Fund.VIEW)))
                .isNotEqualTo(ViewDefinition.of(List.of(Fund.VIEW.version(2))))
                .isNotEqualTo(
                        ViewDefinition.of(List.of(Fund.VIEW.indexed("n", Fund::name, _ -> ""))));
        assertThat(ViewDefinition.of(views.subList(1, views.size()))).isNotEqualTo(digest);
    }

    private <V> void readBack(View<V> view, List<Recorded<?>> history) {
        for (var value : fold(view, history).values()) {
            var text = codec.write(value);
            var read = codec.read(text, view.type());
            assertThat(read).isEqualTo(value);
            assertThat(codec.write(read)).isEqualTo(text);
        }
    }

    private static <V> Map<String, V> fold(View<V> view, List<Recorded<?>> history) {
        var records = new HashMap<String, V>();
        for (var fact : history) {
            var key = view.key().of(fact.event());
            if (key != null) records.compute(key, (_, before) -> view.fold().evolve(before, fact));
        }
        return records;
    }

    /** Reads the event into a missing record, or into one that other events have made. */
    private <V> boolean isReadBack(View<V> view, Object event) {
        var fact = fact(event);
        var read = false;
        var befores = new ArrayList<V>();
        for (var type : EventTypes.all().toList()) {
            var first = EventSamples.full(type);
            if (view.key().of(first) == null) continue;
            try {
                befores.add(view.fold().evolve(null, fact(first)));
            } catch (IllegalStateException e) {
                // does not create a record
            }
        }
        var afters = new ArrayList<V>();
        try {
            afters.add(view.fold().evolve(null, fact));
        } catch (IllegalStateException e) {
            // does not create a record
        }
        for (var before : befores)
            try {
                afters.add(view.fold().evolve(before, fact));
            } catch (RuntimeException e) {
                // cannot follow that event
            }
        for (var after : afters) {
            var text = codec.write(after);
            var again = codec.read(text, view.type());
            assertThat(again).isEqualTo(after);
            assertThat(codec.write(again)).isEqualTo(text);
            read = true;
        }
        return read;
    }

    private static Recorded<?> fact(Object event) {
        return new Recorded<>(
                event, 7, 3, Instant.parse("2026-03-01T12:00:00.123456Z"), "who", "id");
    }
}
