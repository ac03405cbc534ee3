package colophon.storage.disclosures;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.api.paging.FoundRecord;
import colophon.views.disclosure.Disclosure;
import colophon.views.disclosure.Disclosures;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** The contract of every store of disclosures. The test of a store opens it and reopens it. */
@SuppressWarnings("NullAway.Init")
abstract class DisclosuresContract {

    protected Disclosures disclosures;

    /** The disclosures as they were left; none at first. */
    protected abstract Disclosures open();

    /** Closes what {@link #open} opened. */
    protected abstract void shut();

    @BeforeEach
    final void openDisclosures() {
        disclosures = open();
    }

    @AfterEach
    final void shutDisclosures() {
        shut();
    }

    @Test
    void what_was_recorded_is_there_word_for_word_even_after_a_restart() {
        var past = look("s-1", 1, "knownAt 2026-01-01T00:00:00Z");
        var now = look("s-1", 2, null);
        disclosures.record(List.of(past));
        disclosures.record(List.of(now));
        assertThat(looks("s-1")).containsExactly(now, past);
        restart();
        assertThat(looks("s-1")).containsExactly(now, past);
    }

    @Test
    void those_who_look_for_some_institutions_are_told_from_those_who_look_for_all() {
        var some = lookFor(1, List.of("ucla", "uva"));
        var all = lookFor(2, List.of());
        disclosures.record(List.of(some, all));
        restart();
        assertThat(looks("s-1")).containsExactly(all, some);
    }

    @Test
    void each_student_has_their_own() {
        disclosures.record(List.of(look("s-1", 1, null), look("s-2", 1, null)));
        disclosures.record(List.of(look("s-2", 2, null)));
        assertThat(looks("s-1")).containsExactly(look("s-1", 1, null));
        assertThat(looks("s-2")).containsExactly(look("s-2", 2, null), look("s-2", 1, null));
        assertThat(looks("s-3")).isEmpty();
    }

    @Test
    void the_newest_comes_first_and_pages_leave_none_out_and_none_twice() {
        for (int i = 1; i <= 25; i++)
            // some in the same millisecond
            disclosures.record(List.of(look("s-1", i / 4, "asOf " + i)));
        var all = new ArrayList<Disclosure>();
        var behind = "";
        List<FoundRecord<Disclosure>> page;
        while (!(page = disclosures.of("s-1", behind, 4)).isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(4);
            page.forEach(one -> all.add(one.value()));
            behind = page.getLast().at();
            disclosures.record(List.of(look("s-1", 900, "later than the first page")));
        }
        assertThat(all)
                .extracting(Disclosure::moment)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 25).mapToObj(i -> "asOf " + (26 - i)).toList());
    }

    @Test
    void of_many_threads_at_once_none_is_lost() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int t = 0; t < 8; t++) {
            int who = t;
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int i = 0; i < 50; i++)
                                            disclosures.record(
                                                    List.of(
                                                            look("s-" + who, i, null),
                                                            look("s-all", i, "asOf " + who)));
                                    }));
        }
        for (var thread : threads) thread.join();
        restart();
        for (int t = 0; t < 8; t++) assertThat(looks("s-" + t)).hasSize(50);
        assertThat(looks("s-all")).hasSize(400);
        assertThat(new HashSet<>(looks("s-all"))).hasSize(400);
    }

    @Test
    void a_page_of_a_long_list_is_recorded_as_a_whole() {
        var many = IntStream.range(0, 2_500).mapToObj(i -> look("s-" + i, 1, null)).toList();
        disclosures.record(many);
        restart();
        for (var one : many) assertThat(looks(one.studentId())).containsExactly(one);
    }

    protected final List<Disclosure> looks(String studentId) {
        return disclosures.of(studentId, "", 1_000).stream().map(FoundRecord::value).toList();
    }

    protected static Disclosure look(
            String studentId, int second, @org.jspecify.annotations.Nullable String moment) {
        return new Disclosure(
                Instant.parse("2026-06-01T10:00:00.123Z").plusSeconds(second),
                "account-7",
                "bursar, registrar",
                studentId,
                "How far from each certificate – every figure",
                "/api/v1/students/" + studentId + "/status",
                "JSON",
                moment,
                "keeps the books");
    }

    private static Disclosure lookFor(int second, List<String> institutions) {
        var one = look("s-1", second, null);
        return new Disclosure(
                one.at(),
                one.who(),
                one.role(),
                one.studentId(),
                one.what(),
                one.path(),
                one.form(),
                one.moment(),
                one.interest(),
                institutions);
    }

    protected final void restart() {
        shut();
        disclosures = open();
    }
}
