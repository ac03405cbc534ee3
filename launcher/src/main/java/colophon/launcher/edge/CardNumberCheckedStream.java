package colophon.launcher.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.request.CardNumber;
import colophon.launcher.http.ReadThroughBody;

import jakarta.servlet.ServletInputStream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.IntConsumer;

/**
 * A body that is checked for card numbers while it is read, in pieces such as lines or fields. It
 * passes on what was checked and holds back a piece that is not yet complete.
 */
final class CardNumberCheckedStream extends ReadThroughBody {

    private static final int LONGEST = 64 * 1024;

    /**
     * The end of a long piece is checked again together with what follows. This is more than a
     * number takes.
     */
    private static final int AGAIN = 1024;

    private final String ends;
    private final IntConsumer refuse;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private int number = 1;

    /**
     * Wraps a body.
     *
     * @param ends the characters that end a piece, in ASCII
     * @param refuse called with the piece, counted from 1, in which a number was found; throws
     */
    CardNumberCheckedStream(ServletInputStream in, String ends, IntConsumer refuse) {
        super(in);
        this.ends = ends;
        this.refuse = refuse;
    }

    @Override
    public int read() throws IOException {
        var next = in.read();
        if (next < 0) check();
        else add((byte) next);
        return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var got = in.read(into, from, length);
        if (got < 0) check();
        for (int n = from; n < from + got; n++) add(into[n]);
        return got;
    }

    private void add(byte next) {
        if (next >= 0 && ends.indexOf(next) >= 0) {
            check();
            piece.reset();
            number++;
            return;
        }
        if (piece.size() == LONGEST) {
            check();
            var all = piece.toByteArray();
            piece.reset();
            piece.write(all, all.length - AGAIN, AGAIN);
        }
        piece.write(next);
    }

    private void check() {
        if (CardNumber.isInEncoded(piece.toString(UTF_8))) refuse.accept(number);
    }
}
