package colophon.launcher.log;

import ch.qos.logback.classic.pattern.MDCConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes the values that the thread carries, such as the request, as part of a line. Public, with a
 * constructor without parameters, because Logback creates it.
 */
public final class SafeContextConverter extends MDCConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return SafeText.of(super.convert(event));
    }
}
