package colophon.launcher.log;

import ch.qos.logback.classic.pattern.MarkerConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * What it is marked with, as a part of a line. Public, with a constructor that takes nothing:
 * Logback makes it.
 */
public final class LineOfMarkers extends MarkerConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Line.of(super.convert(event));
    }
}
