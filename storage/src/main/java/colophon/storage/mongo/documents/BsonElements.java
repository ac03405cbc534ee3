package colophon.storage.mongo.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bson.BsonSerializationException;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Iterates over the elements of a BSON document in place, and decodes only what is asked for. The
 * log is read a hundred thousand times a second, and the driver's reader makes a String of every
 * name.
 */
final class BsonElements {

    /** Stands for every name that is neither one letter nor {@code _id}. */
    static final char OTHER = '?';

    /** Name of the element {@code _id}. */
    static final char ID = '_';

    private static final byte TEXT = 0x02;
    private static final byte DOCUMENT = 0x03;
    private static final byte ARRAY = 0x04;
    private static final byte BINARY = 0x05;
    private static final byte TIME = 0x09;
    private static final byte INT32 = 0x10;
    private static final byte INT64 = 0x12;

    private static final VarHandle INT = littleEndian(int[].class);
    private static final VarHandle LONG = littleEndian(long[].class);

    private final byte[] bytes;
    private byte type;
    private char name;
    private int value;
    private int end;

    /** The elements of the document that starts at this offset. */
    BsonElements(byte[] bytes, int start) {
        this.bytes = bytes;
        this.end = start + 4;
    }

    /** Goes to the next element; false if there is none. */
    boolean next() {
        type = bytes[end];
        if (type == 0) return false;
        var first = end + 1;
        var after = first;
        while (bytes[after] != 0) after++;
        name = name(first, after - first);
        value = after + 1;
        var size = size();
        if (size < 0 || size > bytes.length - value)
            throw new BsonSerializationException("a value is longer than its document");
        end = value + size;
        return true;
    }

    /** The name if it is one letter, {@link #ID}, or else {@link #OTHER}. */
    char name() {
        return name;
    }

    boolean isText() {
        return type == TEXT;
    }

    boolean isInt64() {
        return type == INT64;
    }

    String text() {
        expect(TEXT);
        return new String(bytes, value + 4, size() - 5, UTF_8);
    }

    /** The stream of a place, see {@link StreamPositions}. */
    String stream() {
        return new String(bytes, value + 4, blank() - value - 4, UTF_8);
    }

    /** The sequence of a place. */
    long sequence() {
        var sequence = 0L;
        for (var at = blank() + 1; bytes[at] != 0; at++) {
            var digit = Character.digit(bytes[at], 16);
            if (digit < 0) throw new BsonSerializationException("a place has no sequence");
            sequence = sequence << 4 | digit;
        }
        return sequence;
    }

    /** The offset of the blank in a place. */
    private int blank() {
        expect(TEXT);
        var blank = end - 2 - StreamPositions.DIGITS;
        if (blank < value + 4 || bytes[blank] != ' ')
            throw new BsonSerializationException("a place has no stream");
        return blank;
    }

    byte[] binary() {
        expect(BINARY);
        return Arrays.copyOfRange(bytes, value + 5, end);
    }

    long time() {
        expect(TIME);
        return (long) LONG.get(bytes, value);
    }

    int int32() {
        expect(INT32);
        return (int) INT.get(bytes, value);
    }

    long int64() {
        expect(INT64);
        return (long) LONG.get(bytes, value);
    }

    /** The elements of a nested document or array. */
    BsonElements inner() {
        if (type != ARRAY) expect(DOCUMENT);
        return new BsonElements(bytes, value);
    }

    private char name(int first, int length) {
        if (length == 1) return (char) bytes[first];
        var isId = length == 3 && bytes[first] == '_' && bytes[first + 1] == 'i';
        return isId && bytes[first + 2] == 'd' ? ID : OTHER;
    }

    private int size() {
        return switch (type) {
            case 0x0A, 0x06, 0x7F, (byte) 0xFF -> 0;
            case 0x08 -> 1;
            case INT32 -> 4;
            case 0x01, TIME, 0x11, INT64 -> 8;
            case 0x07 -> 12;
            case 0x13 -> 16;
            case TEXT, 0x0D, 0x0E -> 4 + (int) INT.get(bytes, value);
            case DOCUMENT, ARRAY, 0x0F -> (int) INT.get(bytes, value);
            case BINARY -> 5 + (int) INT.get(bytes, value);
            case 0x0C -> 16 + (int) INT.get(bytes, value);
            default -> throw new BsonSerializationException("a value is of type " + type);
        };
    }

    private void expect(byte expected) {
        if (type != expected)
            throw new BsonSerializationException(
                    "%s is of type %d and not %d".formatted(name, type, expected));
    }

    private static VarHandle littleEndian(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }
}
