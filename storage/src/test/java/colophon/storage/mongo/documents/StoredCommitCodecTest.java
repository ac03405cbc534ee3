package colophon.storage.mongo.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.commands.loading.StreamPlace;
import colophon.commands.reply.Reply;
import colophon.storage.log.DamagedLogException;
import colophon.storage.log.LogEvent;
import colophon.storage.log.LogRefusedException;
import colophon.storage.log.SampleEvents;
import colophon.storage.log.StoredCommit;

import org.bson.BsonArray;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDbPointer;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonJavaScript;
import org.bson.BsonJavaScriptWithScope;
import org.bson.BsonMaxKey;
import org.bson.BsonMinKey;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonSymbol;
import org.bson.BsonTimestamp;
import org.bson.BsonUndefined;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Compares our reader of commits with the driver's writer. */
class StoredCommitCodecTest {

    private static final StoredCommitCodec CODEC = new StoredCommitCodec();

    @Test
    void a_commit_comes_back_as_it_was() {
        for (var count : List.of(1, 2, 40)) {
            assertBack(commit(count, null));
            assertBack(commit(count, reply()));
        }
    }

    @Test
    void a_lone_place_is_a_text_and_several_are_an_array() {
        assertThat(document(commit(1, null)).get("k"))
                .isEqualTo(new BsonString("s-0 0000000000000000"));
        assertThat(document(commit(2, null)).getArray("k")).hasSize(2);
    }

    @Test
    void an_event_of_several_streams_comes_back_as_it_was_and_all_its_places_are_in_the_index() {
        for (var count : List.of(1, 2, 40)) {
            assertBack(shared(count, null));
            assertBack(shared(count, reply()));
        }
        assertThat(document(shared(1, null)).getArray("k"))
                .containsExactly(
                        new BsonString("own-0 0000000000000000"),
                        new BsonString("fund 0000000000000000"),
                        new BsonString("account 0000000000000007"));
        assertThat(document(shared(2, null)).getArray("k"))
                .startsWith(
                        new BsonString("own-0 0000000000000000"),
                        new BsonString("own-1 0000000000000000"));
    }

    @Test
    void a_place_in_another_stream_that_is_lost_or_changed_is_damage() {
        for (var at = 2; at < 6; at++) {
            var lost = document(shared(2, null));
            lost.getArray("k").remove(at);
            assertDamaged(lost);
            var changed = document(shared(2, null));
            changed.getArray("k").set(at, new BsonString("fund 0000000000000009"));
            assertDamaged(changed);
        }
        var more = document(shared(2, null));
        more.getArray("k").add(new BsonString("fund 0000000000000009"));
        assertDamaged(more);
        for (var field : List.of("k", "g")) {
            var without = document(shared(1, null));
            others(without).getFirst().asDocument().remove(field);
            assertDamaged(without);
        }
        var twice = document(shared(1, null));
        others(twice).set(1, others(twice).getFirst());
        assertDamaged(twice);
        var alone = document(commit(1, null));
        alone.getArray("e").getFirst().asDocument().append("f", others(document(shared(1, null))));
        assertDamaged(alone);
    }

    @Test
    void values_of_any_type_that_nobody_asked_for_are_passed_over() {
        var there = document(commit(2, reply()));
        var others = others();
        var document = new BsonDocument();
        for (var value : others) document.append("other" + document.size(), value);
        for (var field : there.entrySet()) {
            document.append(field.getKey(), field.getValue());
            for (var value : others) document.append("x" + document.size(), value);
        }
        assertThat(read(document)).usingRecursiveComparison().isEqualTo(read(there));
    }

    @Test
    void fields_come_in_any_order() {
        var there = document(shared(3, reply()));
        var names = new ArrayList<>(there.keySet());
        for (var seed = 0; seed < 20; seed++) {
            Collections.shuffle(names, new Random(seed));
            var document = new BsonDocument();
            for (var name : names) document.append(name, there.get(name));
            assertThat(read(document)).usingRecursiveComparison().isEqualTo(read(there));
        }
    }

    @Test
    void a_kept_refusal_is_no_commit_and_has_its_reply() {
        var refusal = read(StoredCommitCodec.kept(reply(), 1));
        assertThat(refusal.number()).isZero();
        assertThat(refusal.events()).isEmpty();
        assertThat(refusal.reply()).usingRecursiveComparison().isEqualTo(reply());
    }

    @Test
    void another_version_is_refused() {
        for (var version : List.of(2, 4)) {
            var document = document(commit(1, null)).append("v", new BsonInt32(version));
            assertThatThrownBy(() -> read(document))
                    .isInstanceOf(LogRefusedException.class)
                    .hasMessageContaining("version " + version);
        }
    }

    @Test
    void an_event_that_lacks_something_is_damage() {
        for (var name : List.of("i", "y", "p", "m")) {
            var document = document(commit(2, null));
            document.getArray("e").get(1).asDocument().remove(name);
            assertDamaged(document);
        }
        var fewer = document(commit(2, null));
        fewer.getArray("e").removeFirst();
        assertDamaged(fewer);
        var more = document(commit(2, null));
        more.getArray("k").removeFirst();
        assertDamaged(more);
        assertDamaged(document(commit(1, null)).append("k", new BsonString("nowhere")));
        assertDamaged(document(commit(1, null)).append("t", new BsonInt32(1)));
    }

    @Test
    void whatever_byte_is_changed_nothing_but_a_commit_or_damage_comes_of_it() {
        var random = new Random(7);
        var bytes = bytes(document(shared(3, reply())));
        for (var i = 0; i < 20_000; i++) {
            var other = bytes.clone();
            other[random.nextInt(other.length)] = (byte) random.nextInt();
            try {
                StoredCommitReader.read(other);
            } catch (DamagedLogException | LogRefusedException _) {
                // the expected refusal
            }
        }
    }

    private static List<BsonValue> others() {
        return List.of(
                new BsonDouble(1.5),
                new BsonString("text"),
                new BsonDocument("k", new BsonString("inner")),
                new BsonArray(List.of(new BsonInt32(1), new BsonString("two"))),
                new BsonUndefined(),
                new BsonObjectId(new ObjectId()),
                BsonBoolean.TRUE,
                new BsonDateTime(1),
                BsonNull.VALUE,
                new BsonDbPointer("a.b", new ObjectId()),
                new BsonJavaScript("1"),
                new BsonSymbol("symbol"),
                new BsonJavaScriptWithScope("1", new BsonDocument("a", new BsonInt32(1))),
                new BsonInt32(1),
                new BsonTimestamp(1),
                new BsonInt64(1),
                new BsonDecimal128(Decimal128.parse("1.2")),
                new BsonMinKey(),
                new BsonMaxKey());
    }

    private static void assertBack(StoredCommit commit) {
        assertThat(read(document(commit))).usingRecursiveComparison().isEqualTo(commit);
    }

    private static void assertDamaged(BsonDocument document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(DamagedLogException.class);
    }

    private static StoredCommit read(BsonDocument document) {
        try (var reader = new BsonBinaryReader(ByteBuffer.wrap(bytes(document)))) {
            return CODEC.decode(reader, DecoderContext.builder().build());
        }
    }

    private static byte[] bytes(BsonDocument document) {
        var raw = new RawBsonDocument(document, new BsonDocumentCodec()).getByteBuffer();
        return Arrays.copyOf(raw.array(), raw.remaining());
    }

    private static BsonDocument document(StoredCommit commit) {
        var bytes = new BasicOutputBuffer();
        try (var to = new BsonBinaryWriter(bytes)) {
            CODEC.encode(to, commit, EncoderContext.builder().build());
        }
        try (var reader = new BsonBinaryReader(ByteBuffer.wrap(bytes.toByteArray()))) {
            return new BsonDocumentCodec().decode(reader, DecoderContext.builder().build());
        }
    }

    private static StoredCommit commit(int count, @Nullable Reply reply) {
        var events = new ArrayList<LogEvent>();
        for (var i = 0; i < count; i++) events.add(SampleEvents.event("s-" + i % 3, i / 3));
        return new StoredCommit(5, UUID.randomUUID(), 1_000, new byte[32], events, reply);
    }

    /** Each event lies in three streams. */
    private static StoredCommit shared(int count, @Nullable Reply reply) {
        var events = new ArrayList<LogEvent>();
        for (var i = 0; i < count; i++)
            events.add(
                    SampleEvents.event(
                            new StreamPlace("own-" + i, 0, "Own"),
                            new StreamPlace("fund", i, "Fund"),
                            new StreamPlace("account", i + 7, "Account")));
        return new StoredCommit(5, UUID.randomUUID(), 1_000, new byte[32], events, reply);
    }

    private static BsonArray others(BsonDocument commit) {
        return commit.getArray("e").getFirst().asDocument().getArray("f");
    }

    private static Reply reply() {
        return new Reply("command-1", new byte[] {7}, 409, "text/plain", new byte[] {1, 2});
    }
}
