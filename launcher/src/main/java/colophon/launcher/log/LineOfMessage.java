package colophon.launcher.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * What is said, as a part of a line. Public, with a constructor that takes nothing: Logback makes
 * it.
 */
public final class LineOfMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Line.of(super.convert(event));
    }
}
