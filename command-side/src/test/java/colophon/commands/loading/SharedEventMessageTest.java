package colophon.commands.loading;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

import java.util.List;

class SharedEventMessageTest {

    private static final List<StreamPlace> OTHERS =
            List.of(
                    new StreamPlace("account:a", 4, "account"),
                    new StreamPlace("fund:f", 2, "fund"));

    private final GenericDomainEventMessage<String> event =
            new GenericDomainEventMessage<>("payment", "payment:p", 7, "received");
    private final SharedEventMessage<String> shared = new SharedEventMessage<>(event, OTHERS);

    @Test
    void it_is_the_event_with_other_places() {
        assertThat(shared.getType()).isEqualTo("payment");
        assertThat(shared.getAggregateIdentifier()).isEqualTo("payment:p");
        assertThat(shared.getSequenceNumber()).isEqualTo(7);
        assertThat(shared.getPayload()).isEqualTo("received");
        assertThat(shared.getIdentifier()).isEqualTo(event.getIdentifier());
        assertThat(shared.getTimestamp()).isEqualTo(event.getTimestamp());
        assertThat(shared.others()).isEqualTo(OTHERS);
    }

    @Test
    void it_keeps_them_when_somebody_adds_metadata_on_the_way() {
        var more = shared.andMetaData(MetaData.with("who", "ada"));
        assertThat(more.others()).isEqualTo(OTHERS);
        assertThat(more.getMetaData()).containsEntry("who", "ada");
        assertThat(more.getIdentifier()).isEqualTo(event.getIdentifier());
        var other = more.withMetaData(MetaData.with("behalf", "bob"));
        assertThat(other.others()).isEqualTo(OTHERS);
        assertThat(other.getMetaData()).containsOnlyKeys("behalf");
    }
}
