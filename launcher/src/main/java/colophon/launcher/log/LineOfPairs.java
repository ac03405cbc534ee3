package colophon.launcher.log;

import ch.qos.logback.classic.pattern.KeyValuePairConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * What is said beside it, as a part of a line. Public, with a constructor that takes nothing:
 * Logback makes it.
 */
public final class LineOfPairs extends KeyValuePairConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Line.of(super.convert(event));
    }
}
