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
 * Marks a query that also answers {@code asOf} and {@code knownAt}. The edition it is given is then
 * one of the past, which holds what the answer about the subject needs, and only that. The
 * subject's id is the path variable {@code id}.
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
public @interface Retrospective {

    /** What the query is about. */
    Subject value();
}
