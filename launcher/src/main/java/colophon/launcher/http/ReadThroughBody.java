package colophon.launcher.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/** A body that is read through another one; a subclass looks at the bytes on their way. */
public abstract class ReadThroughBody extends ServletInputStream {

    /** The body that is read. */
    protected final ServletInputStream in;

    /** Reads through this body. */
    protected ReadThroughBody(ServletInputStream in) {
        this.in = in;
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
