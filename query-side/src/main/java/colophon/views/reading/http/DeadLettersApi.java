package colophon.views.reading.http;

import colophon.api.paging.FoundRecord;
import colophon.api.paging.Items;
import colophon.api.paging.Paging;
import colophon.views.reading.DeadLetters;
import colophon.views.reading.DeadLetters.DeadLetter;
import colophon.views.reading.ViewSnapshot;

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
class DeadLettersApi {

    private final DeadLetters deadLetters;

    DeadLettersApi(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @GetMapping("/dead-letters")
    @Operation(summary = "Dead letters: events that a view could not read, in log order")
    @ApiResponse(responseCode = "200", description = "One page of them; usually empty")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    Items<DeadLetter> list(
            @Parameter(hidden = true) ViewSnapshot views,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Paging.of("dead-letters", limit, cursor)
                .page(
                        (after, count) ->
                                deadLetters.list(after, count).stream()
                                        .map(event -> new FoundRecord<>(event.place(), event))
                                        .toList(),
                        event -> event);
    }
}
