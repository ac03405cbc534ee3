package colophon.views.reading.past;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a query that accepts {@code asOf} and {@code knownAt}. It then gets a snapshot of the past
 * that holds only what an answer about the subject needs. The path variable {@code id} is the id of
 * the subject.
 */
@Parameters({
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "Answers by what was in effect on this day, inclusive",
            schema = @Schema(type = "string", format = "date")),
    @Parameter(
            name = "knownAt",
            in = ParameterIn.QUERY,
            description = "Answers by what had been recorded at this instant, inclusive",
            schema = @Schema(type = "string", format = "date-time"))
})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SupportsTimeTravel {

    /** The kind of subject that the query is about. */
    TimeTravelSubject value();
}
