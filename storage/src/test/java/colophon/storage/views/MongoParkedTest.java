package colophon.storage.views;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.views.reading.Parked;
import colophon.views.reading.Parked.ParkedEvent;
import colophon.views.reading.ParkedContract;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;

@Tag("mongodb")
class MongoParkedTest extends ParkedContract {

    private @Nullable TestDatabase database;

    @Override
    protected Parked parked() {
        return another(1);
    }

    private MongoParked another(int generation) {
        if (database == null) database = TestDatabase.open();
        return new MongoParked(database.get(), generation);
    }

    @AfterEach
    void close() {
        if (database != null) database.close();
    }

    @Test
    void is_seen_by_other_processes_and_in_its_generation_only() {
        var one = another(1);
        var other = another(1);
        var later = another(10);
        one.park(
                new ParkedEvent("funds", "f-1", 3, 0, "FundEstablished", "no name", Instant.EPOCH));
        other.refresh();
        later.refresh();
        assertThat(other.size()).isEqualTo(1);
        assertThat(other.holds("funds", "f-1")).isTrue();
        assertThat(other.list("", 5)).isEqualTo(one.list("", 5)).hasSize(1);
        assertThat(later.size()).isZero();
        assertThat(another(1).size()).isEqualTo(1);
        later.clear();
        assertThat(one.list("", 5)).hasSize(1);
    }
}
