package colophon.launcher.log;

import ch.qos.logback.classic.pattern.MDCConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * What is known of the request, or whatever else a thread carries, as a part of a line. Public,
 * with a constructor that takes nothing: Logback makes it.
 */
public final class LineOfContext extends MDCConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Line.of(super.convert(event));
    }
}
