package colophon.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import colophon.events.award.AwardOffered;

import org.junit.jupiter.api.Test;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

class EventTypesTest {

    @Test
    void every_event_is_a_record_with_a_stored_name_of_its_own() {
        var all = EventTypes.all().toList();

        assertThat(all).hasSizeGreaterThan(20).allMatch(Class::isRecord);
        assertThat(all).extracting(EventTypes::name).doesNotHaveDuplicates();
        assertThat(all).allMatch(event -> EventTypes.version(event) >= 1);
        assertThat(all).allMatch(event -> EventTypes.named(EventTypes.name(event)).equals(event));
    }

    @Test
    void no_event_holds_a_floating_point_number() {
        List<Class<?>> floating = List.of(double.class, float.class, Double.class, Float.class);
        assertThat(
                        EventTypes.all()
                                .flatMap(event -> Arrays.stream(event.getRecordComponents()))
                                .map(RecordComponent::getType))
                .doesNotContainAnyElementsOf(floating);
    }

    @Test
    void knows_no_other_name_and_no_other_class() {
        assertThat(EventTypes.named("AwardOffered")).isEqualTo(AwardOffered.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTypes.named("java.lang.Runtime"))
                .withMessageContaining("java.lang.Runtime");
        assertThatIllegalArgumentException().isThrownBy(() -> EventTypes.name(String.class));
        assertThatIllegalArgumentException().isThrownBy(() -> EventTypes.version(String.class));
    }
}
