package colophon.launcher.log;

import ch.qos.logback.classic.pattern.KeyValuePairConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes the key-value pairs of a record as part of a line. Public, with a constructor without
 * parameters, because Logback creates it.
 */
public final class SafeKeyValuesConverter extends KeyValuePairConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return SafeText.of(super.convert(event));
    }
}
