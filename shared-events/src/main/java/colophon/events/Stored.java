package colophon.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name and version an event is stored under: independent of its class, never changed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Stored {

    /** The stored name, unique among all events. */
    String as();

    /** Counted from 1. A change of the stored shape adds a version and an upcaster. */
    int version();
}
