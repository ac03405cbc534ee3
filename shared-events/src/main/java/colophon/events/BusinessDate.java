package colophon.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The business date of an event: the day from which on it counts, in the institution's zone. An
 * event without one counts for every day, or takes its day from another event of its commit.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface BusinessDate {}
