package colophon.commands.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.gateway.CommandRequest.InternalKey;
import colophon.events.privacy.Seals;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Keyed digests that distinguish a repeated request from a different one. Most are made with the
 * key of the installation. The digest of a {@link SealedForStudent} command is made with the key of
 * the student and names the student: once that key is destroyed, nothing reveals what the request
 * said.
 */
final class RequestDigests {

    /** How a stored digest compares with a request. */
    enum Comparison {
        SAME,
        OTHER,
        /** The key needed to compare was destroyed. */
        ERASED
    }

    /** Bytes of a plain digest. A digest with a student's key is longer. */
    private static final int LENGTH = 32;

    private static final byte WITH_THEIR_KEY = 1;

    /**
     * The student had no key then. If that id is erased later, the digest is not compared any more.
     */
    private static final byte ABOUT_NOBODY = 2;

    private final Seals seals;
    private final JsonMapper json;

    RequestDigests(Seals seals, JsonMapper json) {
        this.seals = seals;
        this.json = json;
    }

    /** The digest to keep with the answer. */
    byte[] of(CommandRequest request, Object body, Object command) {
        var asked = asked(request, body);
        return command instanceof SealedForStudent personal && key(request) == null
                ? ofStudent(personal.studentId(), asked)
                : seals.digest(asked);
    }

    /** Compares a request with a kept digest. */
    Comparison compare(byte[] kept, CommandRequest request, Object body) {
        var asked = asked(request, body);
        if (kept.length <= LENGTH + 1 || kept[0] != WITH_THEIR_KEY && kept[0] != ABOUT_NOBODY)
            return found(MessageDigest.isEqual(kept, seals.digest(asked)));
        var studentId = new String(kept, LENGTH + 1, kept.length - LENGTH - 1, UTF_8);
        if (seals.isDestroyed(studentId)) return Comparison.ERASED;
        var now = kept[0] == WITH_THEIR_KEY ? seals.digest(studentId, asked) : seals.digest(asked);
        if (now == null) return Comparison.ERASED;
        return found(MessageDigest.isEqual(Arrays.copyOfRange(kept, 1, LENGTH + 1), now));
    }

    private byte[] ofStudent(String studentId, byte[] asked) {
        var digest = seals.digest(studentId, asked);
        if (digest != null) return named(WITH_THEIR_KEY, digest, studentId);
        // for an erased student nothing is kept that could be compared
        return seals.isDestroyed(studentId)
                ? named(WITH_THEIR_KEY, new byte[LENGTH], studentId)
                : named(ABOUT_NOBODY, seals.digest(asked), studentId);
    }

    private static byte[] named(byte how, byte[] digest, String studentId) {
        var name = studentId.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + LENGTH + name.length)
                .put(how)
                .put(Arrays.copyOf(digest, LENGTH))
                .put(name)
                .array();
    }

    private byte[] asked(CommandRequest request, Object body) {
        var key = key(request);
        return json.writeValueAsBytes(
                key == null
                        ? new DigestedRequest(request.route(), body)
                        : new DigestedRequest(key.text(), key.content()));
    }

    private static @Nullable InternalKey key(CommandRequest request) {
        return request.within() == null ? null : request.within().key();
    }

    private static Comparison found(boolean same) {
        return same ? Comparison.SAME : Comparison.OTHER;
    }

    private record DigestedRequest(String route, Object body) {}
}
