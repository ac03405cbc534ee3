package colophon.launcher.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter;

/**
 * Writes an exception with its stack trace over several lines. No line begins with foreign text.
 * Public, with a constructor without parameters, because Logback creates it.
 */
public final class SafeThrowableConverter extends WhitespaceThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return super.throwableProxyToString(new InLine(thrown));
    }

    /** The same exception with each message on one line. */
    private record InLine(IThrowableProxy thrown) implements IThrowableProxy {

        @Override
        public @Nullable String getMessage() {
            var message = thrown.getMessage();
            return message == null ? null : SafeText.of(message);
        }

        @Override
        public @Nullable String getOverridingMessage() {
            var message = thrown.getOverridingMessage();
            return message == null ? null : SafeText.of(message);
        }

        @Override
        public String getClassName() {
            return thrown.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return thrown.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return thrown.getCommonFrames();
        }

        @Override
        public @Nullable IThrowableProxy getCause() {
            var cause = thrown.getCause();
            return cause == null ? null : new InLine(cause);
        }

        @Override
        public IThrowableProxy @Nullable [] getSuppressed() {
            var all = thrown.getSuppressed();
            if (all == null) return null;
            var inLine = new IThrowableProxy[all.length];
            for (int at = 0; at < all.length; at++) inLine[at] = new InLine(all[at]);
            return inLine;
        }

        @Override
        public boolean isCyclic() {
            return thrown.isCyclic();
        }
    }
}
