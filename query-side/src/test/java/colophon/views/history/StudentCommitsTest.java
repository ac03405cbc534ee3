package colophon.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.Recorded;
import colophon.events.offering.SeatTaken;
import colophon.views.WrittenLog;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class StudentCommitsTest {

    @Test
    void one_event_that_names_the_student_is_enough() {
        var commits =
                new StudentCommits(
                        WrittenLog.of(
                                List.of(
                                        fact(new SeatTaken("o-1", "e-1", "s-1"), 1, 0),
                                        fact(new SeatTaken("o-1", "e-2", "s-2"), 1, Recorded.LAST),
                                        fact(
                                                new SeatTaken("o-1", "e-3", "s-3"),
                                                2,
                                                Recorded.LAST))));

        assertThat(commits.isAbout("s-1", 1)).isTrue();
        assertThat(commits.isAbout("s-2", 1)).isTrue();
        assertThat(commits.isAbout("s-3", 1)).isFalse();
        assertThat(commits.isAbout("s-1", 2)).isFalse();
        assertThat(commits.isAbout("s-1", 3)).as("there is no such commit").isFalse();
    }

    private static Recorded<?> fact(Object event, long commit, int offset) {
        return new Recorded<>(event, commit, offset, Instant.EPOCH, "ada", "id-" + commit + offset);
    }
}
