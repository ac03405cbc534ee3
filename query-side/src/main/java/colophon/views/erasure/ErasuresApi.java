package colophon.views.erasure;

import static colophon.views.erasure.Erasure.ERASED;
import static colophon.views.erasure.Erasure.REQUESTED;
import static colophon.views.erasure.Erasure.WITHDRAWN;

import colophon.api.paging.Items;
import colophon.api.paging.Paging;
import colophon.api.problem.RequestProblem;
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

import java.time.Instant;
import java.util.Set;

/** Shows the erasures that need the confirmation of a second administrator. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Students")
class ErasuresApi {

    private static final Set<String> STATUSES = Set.of(REQUESTED, WITHDRAWN, ERASED);

    /** One requested or completed erasure. Accounts are named by their ids. */
    record ErasureAnswer(
            String studentId,
            String status,
            String reason,
            String requestedBy,
            Instant requestedAt,
            @Nullable String confirmedBy,
            @Nullable Instant erasedAt) {}

    @GetMapping("/erasures")
    @Operation(summary = "Requested erasures, in the order of the last request")
    @ApiResponse(responseCode = "200", description = "One page of erasures")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    Items<ErasureAnswer> erasures(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(description = "requested, withdrawn or erased")
                    @RequestParam(required = false)
                    @Nullable String status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (status != null && !STATUSES.contains(status))
            throw RequestProblem.INVALID_PARAMETER.because(
                    "status is '" + status + "', not requested, withdrawn or erased");
        var index = status == null ? "all" : "status";
        var value = status == null ? "" : status;
        return Paging.of("erasures", limit, cursor)
                .page(
                        (after, count) -> views.of(Erasure.VIEW).find(index, value, after, count),
                        ErasuresApi::answer);
    }

    private static ErasureAnswer answer(Erasure erasure) {
        return new ErasureAnswer(
                erasure.studentId(),
                erasure.status(),
                erasure.reason(),
                erasure.requestedBy(),
                erasure.requestedAt(),
                erasure.confirmedBy(),
                erasure.erasedAt());
    }
}
