package colophon.launcher.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.IntConsumer;

/**
 * A body that is looked through for numbers of cards in pieces, as lines or fields, while it is
 * read. Hands on what was looked through, but for the piece that is not yet whole.
 */
final class CheckedPieces extends ServletInputStream {

    private static final int LONGEST = 64 * 1024;

    /**
     * Of a longer piece, what is looked at again with what comes next: more than a number takes.
     */
    private static final int AGAIN = 1024;

    private final ServletInputStream in;
    private final String ends;
    private final IntConsumer refuse;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private int number = 1;

    /**
     * Makes one.
     *
     * @param ends what a piece ends with, ASCII
     * @param refuse throws; is told in which piece a number was found, from 1
     */
    CheckedPieces(ServletInputStream in, String ends, IntConsumer refuse) {
        this.in = in;
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
        if (CardNumbersAround.isInEncoded(piece.toString(UTF_8))) refuse.accept(number);
    }

    @Override
    public boolean isFinished() {
        return in.isFinished();
    }

    @Override
    public boolean isReady() {
        return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        in.setReadListener(listener);
    }
}
