package colophon.storage;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.offering.SeatTaken;
import colophon.storage.mongo.NeedsMongoDb;
import colophon.storage.mongo.TestServer;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeUnit;

@NeedsMongoDb
@SuppressWarnings("NullAway.Init")
class ServerStorageTest {

    private TestServer server;

    @BeforeEach
    void find() {
        server = TestServer.open();
    }

    @AfterEach
    void drop() {
        server.close();
    }

    @Test
    void what_one_process_stores_another_reads_opens_and_is_told_of() throws InterruptedException {
        try (var here = ServerStorage.open(server.uri());
                var there = ServerStorage.open(server.uri());
                var stream = there.eventStore().openStream(null)) {
            assertThat(there.id()).isEqualTo(here.id());
            assertThat(stream.hasNextAvailable()).isFalse();
            here.eventStore()
                    .publish(
                            new GenericDomainEventMessage<>(
                                    "Offering", "o", 0, new SeatTaken("o", "e", "s")));
            assertThat(stream.hasNextAvailable(5, TimeUnit.MINUTES)).isTrue();
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new SeatTaken("o", "e", "s"));
            assertThat(there.head()).isEqualTo(1);
            var sealed = here.seals().seal("student-1", "Ada");
            assertThat(there.seals().open("student-1", sealed)).isEqualTo("Ada");
            assertThat(there.trouble()).isEmpty();
        }
    }
}
