package colophon.launcher.http;

import colophon.launcher.http.BodyLimit.BodyTooLargeException;
import colophon.launcher.http.BodyLimit.BodyTooSlowException;

import jakarta.servlet.ServletInputStream;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A body with a maximum size and a minimum speed. */
final class LimitedBodyStream extends ReadThroughBody {

    private static final long BYTES_PER_SECOND = 1024;
    private static final long HEAD_START = TimeUnit.SECONDS.toNanos(10);

    private final long limit;
    private final BodyReads reads;
    private final long since;
    private long left;

    LimitedBodyStream(ServletInputStream in, long limit, BodyReads reads) {
        super(in);
        this.limit = limit;
        this.reads = reads;
        this.left = limit;
        this.since = reads.now();
    }

    @Override
    public int read() throws IOException {
        reads.begin();
        try {
            var next = in.read();
            if (next >= 0) count(1);
            return next;
        } finally {
            reads.end();
        }
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        reads.begin();
        try {
            var got = in.read(into, from, length);
            if (got > 0) count(got);
            return got;
        } finally {
            reads.end();
        }
    }

    private void count(int got) throws IOException {
        left -= got;
        if (left < 0) throw new BodyTooLargeException(limit);
        var seconds = (reads.now() - since - HEAD_START) / 1e9;
        if (seconds * BYTES_PER_SECOND > limit - left) throw new BodyTooSlowException();
    }
}
