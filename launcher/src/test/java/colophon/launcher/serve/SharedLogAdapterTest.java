package colophon.launcher.serve;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.loading.StreamPlace;
import colophon.storage.EmbeddedStorage;
import colophon.storage.log.Commit;
import colophon.storage.log.LogEvent;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a process learns of the commits of others, so that it forgets what they changed. */
@Tag("io")
class SharedLogAdapterTest {

    @TempDir Path data;

    @Test
    void an_event_of_several_streams_is_told_for_each_of_them() {
        try (var storage = EmbeddedStorage.open(data)) {
            append(storage, event("1", place("student:s", 0)));
            append(
                    storage,
                    event("2", place("payment:p", 0), place("account:a", 0), place("fund:f", 0)),
                    event("3", place("account:a", 1)));
            var told = new ArrayList<String>();
            var until =
                    new SharedLogAdapter(storage)
                            .replay(1, 10, (stream, sequence) -> told.add(stream + " " + sequence));
            assertThat(until).isEqualTo(2);
            assertThat(told)
                    .containsExactly("payment:p 0", "account:a 0", "fund:f 0", "account:a 1");
        }
    }

    private static void append(EmbeddedStorage storage, LogEvent... events) {
        assertThat(storage.log().append(Commit.of(List.of(events), null)).join()).isPositive();
    }

    private static StreamPlace place(String stream, long sequence) {
        return new StreamPlace(stream, sequence, "type");
    }

    private static LogEvent event(String id, StreamPlace... places) {
        var nothing = "{}".getBytes(UTF_8);
        return new LogEvent(List.of(places), id, 1_000, "Happened", "1", nothing, nothing);
    }
}
