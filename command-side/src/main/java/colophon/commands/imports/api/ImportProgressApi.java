package colophon.commands.imports.api;

import static colophon.commands.imports.api.VisibleImports.refuseUnknown;

import colophon.api.paging.Paging;
import colophon.commands.Refusal;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.imports.running.ImportRunner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.Set;

/** Follows imports, reversals and dry runs. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportProgressApi {

    private final ImportRunner runner;
    private final VisibleImports visible;
    private final CommandGateway gateway;

    ImportProgressApi(ImportRunner runner, VisibleImports visible, CommandGateway gateway) {
        this.runner = runner;
        this.visible = visible;
        this.gateway = gateway;
    }

    @Operation(summary = "Get an import: its progress and the counts of its rows")
    @ApiResponse(
            responseCode = "200",
            description = "The import",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ImportAnswer.class)))
    @GetMapping("/{id}")
    ResponseEntity<?> progress(
            @PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
        try {
            refuseUnknown(request, Set.of());
            var dryRun = visible.dryRun(id);
            // before the state, so that an import that ends in between is finished, not interrupted
            var progress = runner.progress(id);
            return visible.answer(
                    dryRun == null
                            ? ImportAnswer.of(id, visible.state(id), progress)
                            : ImportAnswer.of(dryRun));
        } catch (Refusal refusal) {
            return gateway.refuse(asking(request), "", refusal);
        }
    }

    @Operation(summary = "List the result of each row, by line; rows without a result are left out")
    @ApiResponse(
            responseCode = "200",
            description = "One page of rows",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ImportReport.class)))
    @GetMapping("/{id}/rows")
    ResponseEntity<?> rows(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @Parameter(description = "next of the previous page") @RequestParam(required = false)
                    @Nullable String cursor,
            @Parameter(hidden = true) HttpServletRequest request) {
        try {
            refuseUnknown(request, Set.of("limit", "cursor"));
            var paging = Paging.of("rows " + id, limit, cursor);
            var dryRun = visible.dryRun(id);
            return visible.answer(
                    dryRun == null
                            ? ImportReport.of(runner, id, visible.state(id), paging)
                            : ImportReport.of(dryRun, paging));
        } catch (Refusal refusal) {
            return gateway.refuse(asking(request), "", refusal);
        }
    }

    /** A query. Its answers are not kept, even if it has a key. */
    private static CommandRequest asking(HttpServletRequest request) {
        return new CommandRequest("GET", request.getRequestURI(), null);
    }
}
