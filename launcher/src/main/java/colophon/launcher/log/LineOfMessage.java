package colophon.launcher.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes the message of a record as part of a line. Public, with a constructor without parameters,
 * because Logback creates it.
 */
public final class LineOfMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Line.of(super.convert(event));
    }
}
