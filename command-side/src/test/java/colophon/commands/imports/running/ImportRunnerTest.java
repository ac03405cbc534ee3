package colophon.commands.imports.running;

import static colophon.commands.imports.running.ImportProgram.WHO;
import static colophon.commands.imports.running.ImportProgram.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.campus.CommandSide;
import colophon.commands.gateway.FakeSeals;
import colophon.commands.imports.Import;
import colophon.commands.imports.rows.RowOutcome;
import colophon.commands.imports.running.ImportProgram.Answering;
import colophon.commands.reply.Reply;
import colophon.commands.reply.StoredReply;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

@Tag("io")
@Timeout(300)
class ImportRunnerTest {

    private static final Answering ALWAYS = (_, _, _, _) -> Optional.empty();

    /**
     * Most rows under way when the rights end: all lanes, and the rows begun since the last check.
     */
    private static final int UNDER_WAY = 32 + 16;

    @TempDir Path data;

    private final CommandSide office = ImportProgram.office();

    @Test
    void what_a_client_sends_under_the_words_of_a_row_is_neither_done_nor_taken_back() {
        try (var bursary = bursary(ALWAYS)) {
            for (var key :
                    List.of(
                            "import:x:2",
                            "import:x:3",
                            "import:x:2:reversal",
                            "import:x:2:reversal:0"))
                assertThat(bursary.pay(key, "own-" + key.replace(':', '-'), "uva").getStatusCode())
                        .hasToString("201 CREATED");
            bursary.start("x", rows(2, "ucla"), null);
            bursary.when(Import.Finished.class, "x", _ -> true);

            assertThat(bursary.report("x"))
                    .extracting(RowOutcome::status, RowOutcome::id)
                    .containsExactly(tuple("accepted", "p-0"), tuple("accepted", "p-1"));
            assertThat(bursary.received()).contains("p-0", "p-1").hasSize(6);

            bursary.reverse("x", null);
            var reversed = bursary.when(Import.Reversed.class, "x", _ -> true);
            assertThat(reversed.result().reversed()).isEqualTo(2);
            assertThat(bursary.reversed()).containsExactlyInAnyOrder("p-0", "p-1");
        }
    }

    @Test
    void another_answer_under_the_key_of_a_row_is_an_error_of_the_row() {
        plant("import:x:2", "{\"id\":\"somebody-elses\"}");
        try (var bursary = bursary(ALWAYS)) {
            bursary.start("x", rows(2, "ucla"), null);
            var finished = bursary.when(Import.Finished.class, "x", _ -> true);

            assertThat(finished.counts()).isEqualTo(new Import.RowCounts(1, 1, 0));
            assertThat(bursary.report("x"))
                    .extracting(RowOutcome::status)
                    .containsExactly("refused", "accepted");
            assertThat(bursary.report("x").getFirst().reason()).isEqualTo("key-reused");

            bursary.reverse("x", null);
            bursary.when(Import.Reversed.class, "x", _ -> true);
            assertThat(bursary.reversed()).containsExactly("p-1");
        }
    }

    @Test
    void another_answer_under_the_key_of_what_takes_a_row_back_takes_nothing_back() {
        plant("import:x:2:reversal:0", "{\"id\":\"p-0\"}");
        try (var bursary = bursary(ALWAYS)) {
            bursary.start("x", rows(1, "ucla"), null);
            bursary.when(Import.Finished.class, "x", _ -> true);
            bursary.reverse("x", null);

            var reversed = bursary.when(Import.Reversed.class, "x", _ -> true);
            assertThat(reversed.result().reversed()).isZero();
            assertThat(bursary.report("x").getFirst().reversal()).isEqualTo("key-reused");
        }
    }

    @Test
    void who_takes_an_import_back_takes_back_only_what_is_at_their_institutions() {
        try (var bursary = bursary(ALWAYS)) {
            bursary.start("x", rows(4, "ucla", "uva"), null);
            bursary.when(Import.Finished.class, "x", _ -> true);
            bursary.reverse("x", Set.of("ucla"));

            var reversed = bursary.when(Import.Reversed.class, "x", _ -> true);
            assertThat(reversed.result().reversed()).isEqualTo(2);
            assertThat(bursary.reversed()).containsExactlyInAnyOrder("p-0", "p-2");
            assertThat(bursary.report("x"))
                    .extracting(RowOutcome::reversal)
                    .containsExactly(
                            "reversed", "payment-not-found", "reversed", "payment-not-found");
        }
    }

    @Test
    void no_more_rows_are_begun_once_whoever_began_it_may_no_more() {
        try (var bursary = bursary((time, _, _, _) -> since(time, 4))) {
            bursary.start("x", rows(2_000, "ucla"), null);
            var stopped = bursary.when(Import.Finished.class, "x", _ -> true);

            assertThat(bursary.received())
                    .hasSizeBetween(1, 4 * 16 + UNDER_WAY)
                    .hasSize(stopped.counts().accepted());
            assertThat(Objects.requireNonNull(stopped.cancellation()).reason())
                    .isEqualTo("Account bursar was disabled.");
            assertThat(stopped.cancellation().requestedBy()).isNull();
            assertThat(filesLeft()).isEmpty();
        }
    }

    @Test
    void the_right_is_asked_for_before_the_first_row_also_after_a_restart() {
        try (var before = bursary(ALWAYS)) {
            before.begin("x", rows(50, "ucla"), null);
        }
        try (var after = bursary((time, _, _, _) -> since(time, 1))) {
            after.imports().goOnWithAll();
            var stopped = after.when(Import.Finished.class, "x", _ -> true);

            assertThat(stopped.cancellation()).isNotNull();
            assertThat(after.received()).isEmpty();
            assertThat(filesLeft()).isEmpty();
        }
    }

    @Test
    void it_is_asked_in_the_name_and_with_the_grant_of_who_began_it_and_for_what_it_does() {
        var asked = new AtomicReference<String>();
        try (var bursary =
                bursary(
                        (_, who, grant, route) -> {
                            asked.set(who + " " + grant + " " + route);
                            return Optional.empty();
                        })) {
            bursary.start("x", rows(1, "ucla"), null);
            bursary.when(Import.Finished.class, "x", _ -> true);
            assertThat(asked).hasValue("bursar grant-1 POST /api/v1/payments");
            bursary.reverse("x", null);
            bursary.when(Import.Reversed.class, "x", _ -> true);
            assertThat(asked).hasValue("bursar grant-2 POST /api/v1/payments/{id}/reversal");
        }
    }

    @Test
    void nothing_is_done_while_nobody_can_say_whether_they_may() {
        try (var bursary =
                bursary(
                        (time, _, _, _) -> {
                            if (time < 5) throw new IllegalStateException("no accounts");
                            assertThat(office.log().head()).isEqualTo(headBefore());
                            return since(time, 5);
                        })) {
            bursary.start("x", rows(20, "ucla"), null);
            bursary.when(Import.Finished.class, "x", _ -> true);
            assertThat(bursary.received()).isEmpty();
        }
    }

    private long headBefore() {
        return office.commits().size();
    }

    @Test
    void cancelled_it_begins_no_more_rows_and_says_what_was_done_and_what_not() {
        var own = new AtomicReference<ImportProgram>();
        try (var bursary =
                bursary(
                        (time, _, _, _) -> {
                            if (time == 4)
                                assertThat(own.get().cancel("x").getStatusCode().value())
                                        .isEqualTo(202);
                            return Optional.empty();
                        })) {
            own.set(bursary);
            bursary.start("x", rows(2_000, "ucla"), null);
            var cancelled = bursary.when(Import.Finished.class, "x", _ -> true);

            assertThat(bursary.received())
                    .hasSizeBetween(1, 4 * 16 + UNDER_WAY)
                    .hasSize(cancelled.counts().accepted());
            assertThat(Objects.requireNonNull(cancelled.cancellation()).requestedBy())
                    .isEqualTo(WHO);
            assertThat(filesLeft()).isEmpty();
            // a second cancellation changes nothing
            assertThat(bursary.cancel("x").getStatusCode().value()).isEqualTo(200);
            assertThat(text(bursary.cancel("x").getBody())).contains("\"cancelled\"");

            bursary.reverse("x", null);
            bursary.when(Import.Reversed.class, "x", _ -> true);
            assertThat(bursary.reversed()).hasSize(cancelled.counts().accepted());
        }
    }

    @Test
    void a_cancellation_that_a_crash_cut_off_ends_at_the_next_start_without_another_row() {
        try (var before = bursary(ALWAYS)) {
            before.start("x", rows(3, "ucla"), null);
            before.when(Import.Finished.class, "x", _ -> true);
            before.begin("y", rows(40, "ucla"), null);
            assertThat(before.cancel("y").getStatusCode().value()).isEqualTo(202);
            assertThat(before.imports().state("y")).isInstanceOf(Import.Running.class);
        }
        try (var after = bursary(ALWAYS)) {
            after.imports().goOnWithAll();
            var cancelled = after.when(Import.Finished.class, "y", _ -> true);
            assertThat(cancelled.counts()).isEqualTo(new Import.RowCounts(0, 0, 0));
            assertThat(after.received()).hasSize(3);
            assertThat(filesLeft()).isEmpty();
        }
    }

    @Test
    void a_reversal_ends_with_the_right_to_it_and_another_one_takes_back_the_rest() {
        try (var bursary = bursary(ALWAYS)) {
            bursary.start("x", rows(2_000, "ucla"), null);
            bursary.when(Import.Finished.class, "x", _ -> true);
        }
        var some = 0;
        try (var bursary = bursary((time, _, _, _) -> since(time, 4))) {
            bursary.reverse("x", null);
            var stopped = bursary.when(Import.Finished.class, "x", it -> !it.attempts().isEmpty());
            some = bursary.reversed().size();
            assertThat(some).isBetween(1, 4 * 16 + UNDER_WAY);
            assertThat(stopped.attempts().getFirst().reversed()).isEqualTo(some);
            assertThat(stopped.counts().accepted()).isEqualTo(2_000);
        }
        try (var bursary = bursary(ALWAYS)) {
            bursary.reverse("x", null);
            var reversed = bursary.when(Import.Reversed.class, "x", _ -> true);
            assertThat(bursary.reversed()).hasSize(2_000).doesNotHaveDuplicates();
            assertThat(reversed.result().reversed() + reversed.result().refused()).isEqualTo(2_000);
            assertThat(bursary.report("x"))
                    .extracting(RowOutcome::reversal)
                    .containsOnly("reversed");
        }
    }

    private ImportProgram bursary(Answering answering) {
        return new ImportProgram(office, data, answering);
    }

    private static Optional<String> since(int time, int first) {
        return time < first ? Optional.empty() : Optional.of("Account bursar was disabled.");
    }

    /**
     * Plants an answer under a key that looks like a row's, as a client could do if both shared one
     * namespace.
     */
    private void plant(String key, String body) {
        var name = (WHO + "\n\u0000" + key).getBytes(UTF_8);
        var commandId = Base64.getEncoder().encodeToString(new FakeSeals().digest(name));
        var digest = new FakeSeals().digest("other".getBytes(UTF_8));
        var reply = new Reply(commandId, digest, 201, "application/json", body.getBytes(UTF_8));
        office.log().plant(new StoredReply(reply, 1));
    }

    private List<String> filesLeft() {
        var directory = data.resolve("imports");
        return Files.isDirectory(directory)
                ? List.of(Objects.requireNonNull(directory.toFile().list()))
                : List.of();
    }

    private static String text(byte @Nullable [] body) {
        return new String(Objects.requireNonNull(body), UTF_8);
    }
}
