package colophon.storage.log;

import colophon.commands.reply.Reply;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/**
 * The hash chain. A commit's hash is SHA-256(previous hash, number, time, digest of the content).
 * The digest covers every stored byte, each value with its length, so that no byte can move from
 * one value to the next.
 */
public final class HashChain {

    /** The hash before the first commit: 32 zero bytes. */
    private static final byte[] START = new byte[32];

    private HashChain() {}

    /** The hash before the first commit. */
    public static byte[] start() {
        return START.clone();
    }

    /** The hash of a commit; {@code digest} is {@link #digest} of its content. */
    public static byte[] next(byte[] before, long number, long time, byte[] digest) {
        var sha = sha256();
        sha.update(before);
        sha.update(ByteBuffer.allocate(16).putLong(number).putLong(time).flip());
        return sha.digest(digest);
    }

    /** Digest of everything in a commit except its number and time. */
    public static byte[] digest(UUID id, List<LogEvent> events, @Nullable Reply reply) {
        var content = new HashedContent(sha256());
        content.add(id.getMostSignificantBits());
        content.add(id.getLeastSignificantBits());
        content.add(events.size());
        for (var event : events) add(content, event);
        content.add(reply == null ? 0 : 1);
        if (reply != null) add(content, reply);
        return content.sha.digest();
    }

    private static void add(HashedContent content, LogEvent event) {
        content.add(event.places().size());
        for (var place : event.places()) {
            content.add(place.stream());
            content.add(place.sequence());
            content.add(place.type());
        }
        content.add(event.id());
        content.add(event.timestamp());
        content.add(event.name());
        content.add(event.revision());
        content.add(event.payload());
        content.add(event.metadata());
    }

    private static void add(HashedContent content, Reply reply) {
        content.add(reply.commandId());
        content.add(reply.digest());
        content.add(reply.status());
        content.add(reply.contentType());
        content.add(reply.body());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private record HashedContent(MessageDigest sha) {

        void add(long value) {
            sha.update(ByteBuffer.allocate(8).putLong(value).flip());
        }

        void add(@Nullable String text) {
            if (text == null) {
                add(-1);
                return;
            }
            add(text.getBytes(StandardCharsets.UTF_8));
        }

        void add(byte[] bytes) {
            add(bytes.length);
            sha.update(bytes);
        }
    }
}
