package colophon.views.reading.projection;

import static colophon.views.Given.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.events.Recorded;
import colophon.views.QuerySide;
import colophon.views.catalog.Institution;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

@Tag("io")
class ViewsProjectionTest {

    private final QuerySide world = QuerySide.empty();

    @Test
    void finds_the_position_inside_the_token_of_a_replay() {
        var last = new GlobalSequenceTrackingToken(9L << 16 | Recorded.LAST);
        var first = new GlobalSequenceTrackingToken(1L << 16 | Recorded.LAST);
        world.deliver(institution("rbs"), ReplayToken.createReplayToken(last, first), 1, 0);
        assertThat(world.snapshot().position()).isEqualTo(1);
        assertThat(world.snapshot().of(Institution.VIEW).get("rbs")).isNotNull();
    }

    @Test
    void refuses_a_token_without_a_position() {
        var token = GapAwareTrackingToken.newInstance(3, List.of());
        assertThatThrownBy(() -> world.deliver(institution("rbs"), token, 1, 0))
                .hasMessage("No position in " + token);
    }

    @Test
    void shows_nothing_of_a_commit_that_it_has_read_in_part() {
        world.deliver(institution("rbs"), 1, 0);
        assertThat(world.snapshot().of(Institution.VIEW).get("rbs")).isNull();
        world.deliver(institution("sjsu"), 1, Recorded.LAST);
        assertThat(world.snapshot().of(Institution.VIEW).get("rbs")).isNotNull();
        assertThat(world.snapshot().position()).isEqualTo(1);
    }
}
