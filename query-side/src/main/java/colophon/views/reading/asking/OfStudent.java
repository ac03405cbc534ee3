package colophon.views.reading.asking;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of an answer that holds the id of a student, or a list of such ids, under
 * another name than {@code studentId}: whoever is named there is shown.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface OfStudent {}
