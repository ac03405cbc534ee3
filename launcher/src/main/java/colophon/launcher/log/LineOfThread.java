package colophon.launcher.log;

import ch.qos.logback.classic.pattern.ThreadConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Who says it, as a part of a line. Public, with a constructor that takes nothing: Logback makes
 * it.
 */
public final class LineOfThread extends ThreadConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Line.of(super.convert(event));
    }
}
