package colophon.commands.imports.api;

import static colophon.commands.Reason.IMPORT_OVER;
import static colophon.commands.Reason.NOT_REVERSIBLE;
import static colophon.commands.imports.api.VisibleImports.unkept;

import colophon.api.access.AuthorizationRecheck;
import colophon.api.access.CurrentActor;
import colophon.api.request.FreeText;
import colophon.commands.Refusal;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.imports.CancelImport;
import colophon.commands.imports.Import;
import colophon.commands.imports.ReverseImport;
import colophon.commands.imports.rows.ImportFiles;
import colophon.commands.imports.rows.ImportTarget;
import colophon.commands.imports.running.ConcurrentImportLimit;
import colophon.commands.imports.running.DryRun;
import colophon.commands.imports.running.ImportRunner;
import colophon.events.imports.ImportKind;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cancels and reverses imports. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportEndingApi {

    private final ImportRunner runner;
    private final ImportFiles files;
    private final VisibleImports visible;
    private final CommandGateway gateway;
    private final CurrentActor actor;
    private final AuthorizationRecheck recheck;
    private final ConcurrentImportLimit limit;

    ImportEndingApi(
            ImportRunner runner,
            ImportFiles files,
            VisibleImports visible,
            CommandGateway gateway,
            CurrentActor actor,
            AuthorizationRecheck recheck,
            ConcurrentImportLimit limit) {
        this.runner = runner;
        this.files = files;
        this.visible = visible;
        this.gateway = gateway;
        this.actor = actor;
        this.recheck = recheck;
        this.limit = limit;
    }

    @Schema(name = "ImportReversalBody")
    record ReversalBody(@NotNull @FreeText(max = 500) String reason) {}

    @Schema(name = "ImportCancellationBody")
    record CancellationBody(@NotNull @FreeText(max = 500) String reason) {}

    @Operation(
            summary = "Reverse an import, row by row",
            description =
                    "Outcomes are reversed, payments reversed, enrollments cancelled, awards"
                            + " revoked; both facts stay visible. Rows that cannot be reversed,"
                            + " because later facts build on them, are named in the report."
                            + " Students stay known.")
    @ApiResponse(responseCode = "200", description = "It was reversed before")
    @ApiResponse(responseCode = "202", description = "It is being reversed; query its progress")
    @PostMapping("/{id}/reversal")
    ResponseEntity<byte[]> reverse(
            @PathVariable String id,
            @Valid @RequestBody ReversalBody body,
            HttpServletRequest request) {
        var asked = CommandRequest.of(request);
        if (!(visible.state(id) instanceof Import.Finished finished)
                || finished.as().kind() == ImportKind.STUDENTS) return reversed(asked, id, body);
        var reversal = ImportTarget.of(finished.as().kind()).reversal();
        if (reversal == null)
            return gateway.refuse(
                    asked,
                    body,
                    new Refusal(
                            NOT_REVERSIBLE,
                            "An import of " + finished.as().kind() + " cannot be reversed."));
        recheck.require(reversal.name());
        try (var _ = limit.ask(actor.current().id())) {
            files.markUnfinished(id); // first, since a crash could lose it otherwise
            runner.announce(id);
            return reversed(asked, id, body);
        } catch (Refusal refusal) {
            return gateway.refuse(unkept(asked), "", refusal);
        }
    }

    private ResponseEntity<byte[]> reversed(CommandRequest asked, String id, ReversalBody body) {
        var answer = gateway.answer(asked, body, reversal(id, body));
        if (answer.getStatusCode().is2xxSuccessful()) runner.goOn(id);
        else if (runner.isIdle(id)) {
            runner.withdraw(id);
            files.unmark(id);
        }
        return answer;
    }

    @Operation(
            summary = "Cancel an import or its reversal: no further rows are begun",
            description =
                    "Rows under way are finished; then the import is cancelled, and tells what was"
                        + " done and what was left. What was done stays done: reverse the import to"
                        + " undo it. Asking twice is harmless; if it was over already, the answer"
                        + " is 409. A dry run is cancelled the same way.")
    @ApiResponse(responseCode = "200", description = "It was cancelled before")
    @ApiResponse(
            responseCode = "202",
            description = "No further rows are begun; query its progress")
    @PostMapping("/{id}/cancellation")
    ResponseEntity<?> cancel(
            @PathVariable String id,
            @Valid @RequestBody CancellationBody body,
            HttpServletRequest request) {
        var asked = CommandRequest.of(request);
        var dryRun = visible.dryRun(id);
        if (dryRun != null) return cancel(dryRun, asked);
        var known = visible.state(id);
        if (known instanceof Import.Running || known instanceof Import.Reversing) {
            files.markUnfinished(id); // no process may be working on it, and its file may be gone
            runner.announce(id);
        }
        var answer =
                gateway.answer(
                        asked, body, new CancelImport(id, body.reason(), actor.current().id()));
        if (answer.getStatusCode().is2xxSuccessful()) runner.goOn(id);
        else if (runner.isIdle(id)) runner.withdraw(id);
        return answer;
    }

    private ResponseEntity<?> cancel(DryRun dryRun, CommandRequest asked) {
        if (dryRun.status().equals("finished"))
            return gateway.refuse(
                    unkept(asked), "", new Refusal(IMPORT_OVER, "The dry run is finished."));
        dryRun.end();
        return visible.answer(ImportAnswer.of(dryRun));
    }

    private ReverseImport reversal(String id, ReversalBody body) {
        var access = actor.access();
        return new ReverseImport(
                id, body.reason(), access.account(), access.institutions(), recheck.grant());
    }
}
