package colophon.views.reading.http;

import colophon.views.reading.Edition;
import colophon.views.reading.Parked;
import colophon.views.reading.Parked.ParkedEvent;
import colophon.views.reading.ViewReader.Found;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the dead letters. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Operation")
class ParkedApi {

    private final Parked parked;

    ParkedApi(Parked parked) {
        this.parked = parked;
    }

    @GetMapping("/parked-events")
    @Operation(summary = "Dead letters: events that a view could not read, in log order")
    @ApiResponse(responseCode = "200", description = "One page of them; usually empty")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    Items<ParkedEvent> list(
            @Parameter(hidden = true) Edition views,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Paging.of("parked-events", limit, cursor)
                .page(
                        (after, count) ->
                                parked.list(after, count).stream()
                                        .map(event -> new Found<>(event.place(), event))
                                        .toList(),
                        event -> event);
    }
}
