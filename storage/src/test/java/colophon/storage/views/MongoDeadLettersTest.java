package colophon.storage.views;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.views.reading.DeadLetters;
import colophon.views.reading.DeadLetters.DeadLetter;
import colophon.views.reading.DeadLettersContract;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;

@Tag("mongodb")
class MongoDeadLettersTest extends DeadLettersContract {

    private @Nullable TestDatabase database;

    @Override
    protected DeadLetters deadLetters() {
        return another(1);
    }

    private MongoDeadLetters another(int generation) {
        if (database == null) database = TestDatabase.open();
        return new MongoDeadLetters(database.get(), generation);
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
        one.add(new DeadLetter("funds", "f-1", 3, 0, "FundEstablished", "no name", Instant.EPOCH));
        other.refresh();
        later.refresh();
        assertThat(other.size()).isEqualTo(1);
        assertThat(other.contains("funds", "f-1")).isTrue();
        assertThat(other.list("", 5)).isEqualTo(one.list("", 5)).hasSize(1);
        assertThat(later.size()).isZero();
        assertThat(another(1).size()).isEqualTo(1);
        later.clear();
        assertThat(one.list("", 5)).hasSize(1);
    }
}
