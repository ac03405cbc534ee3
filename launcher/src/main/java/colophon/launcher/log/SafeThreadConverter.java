package colophon.launcher.log;

import ch.qos.logback.classic.pattern.ThreadConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes the name of the thread as part of a line. Public, with a constructor without parameters,
 * because Logback creates it.
 */
public final class SafeThreadConverter extends ThreadConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return SafeText.of(super.convert(event));
    }
}
