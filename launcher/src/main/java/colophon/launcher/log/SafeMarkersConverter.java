package colophon.launcher.log;

import ch.qos.logback.classic.pattern.MarkerConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes the markers of a record as part of a line. Public, with a constructor without parameters,
 * because Logback creates it.
 */
public final class SafeMarkersConverter extends MarkerConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return SafeText.of(super.convert(event));
    }
}
