package colophon.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.EventDetails;
import colophon.events.EventTypes;
import colophon.events.enrollment.CourseNotCompleted;
import colophon.events.money.Money;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.SeatTaken;
import colophon.views.Given;
import colophon.views.School;
import colophon.views.history.text.EventText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** History knows every type of event: its text, its day, and the ids in it. */
class EveryEventTest {

    /** Days on which something will happen, as opposed to the day of the event. */
    private static final Set<String> TO_COME =
            Set.of(
                    "from",
                    "until",
                    "startsOn",
                    "endsOn",
                    "opensOn",
                    "closesOn",
                    "dueOn",
                    "depositDueOn",
                    "expiresOn",
                    "confirmBy",
                    "appliesFrom");

    static Stream<Class<?>> events() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_told_in_plain_words_with_its_amounts_and_its_reason(Class<?> type) {
        for (var event : List.of(EventSamples.full(type), EventSamples.sparse(type))) {
            var words = EventText.of(event);
            assertThat(words.text())
                    .matches("[A-Z0-9].*[a-zA-Z0-9)]")
                    .doesNotContain("null", "[", "@", "givenName", "familyName", "email")
                    .doesNotContain(type.getSimpleName() + "[");
            for (var amount : EventSamples.fields(event, Money.class))
                assertThat(words.text()).contains(amount.toString());
            assertThat(words.reason()).isEqualTo(EventSamples.field(event, "reason"));
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_about_the_student_offering_and_fund_that_it_names(Class<?> type) {
        var event = EventSamples.full(type);
        assertThat(EventDetails.reference(event, "studentId"))
                .isEqualTo(EventSamples.field(event, "studentId"));
        assertThat(EventDetails.reference(event, "offeringId"))
                .isEqualTo(EventSamples.field(event, "offeringId"));
        assertThat(EventDetails.reference(event, "fundId"))
                .isEqualTo(EventSamples.field(event, "fundId"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void counts_from_the_day_it_names(Class<?> type) {
        var event = EventSamples.full(type);
        var days =
                Stream.of(type.getRecordComponents())
                        .filter(component -> component.getType() == LocalDate.class)
                        .filter(component -> !TO_COME.contains(component.getName()))
                        .map(component -> EventSamples.field(event, component.getName()))
                        .filter(Objects::nonNull)
                        .toList();
        assertThat(days).hasSizeLessThan(2);
        assertThat(EventDetails.businessDate(event))
                .isEqualTo(days.isEmpty() ? null : days.getFirst());
    }

    @Test
    void a_seat_counts_with_its_enrollment() {
        var taken = List.of(Given.enrolled("e-1", "s-1", School.BINDING));
        var seat = (SeatTaken) taken.getFirst();
        assertThat(CommitDates.on(seat, taken)).isEqualTo(Given.MAY_1);
        assertThat(CommitDates.on(seat, List.of(seat))).isNull();
        var other = List.of(Given.enrolled("e-2", "s-1", School.BINDING));
        assertThat(CommitDates.on(seat, other)).isNull();

        var end = new CourseNotCompleted("e-1", "s-1", "c-1", null, Given.day("2026-05-20"));
        var free = new SeatReleased("o-1", "e-1", "s-1");
        assertThat(CommitDates.on(free, List.of(free, end))).isEqualTo(Given.day("2026-05-20"));
    }
}
