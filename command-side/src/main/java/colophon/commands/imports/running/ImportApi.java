package colophon.commands.imports.running;

import static colophon.api.problem.RequestProblem.INVALID_PARAMETER;
import static colophon.api.problem.RequestProblem.UNKNOWN_PARAMETER;
import static colophon.commands.Reason.IMPORT_OVER;
import static colophon.commands.Reason.NOT_REVERSIBLE;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.access.AuthorizationRecheck;
import colophon.api.access.CurrentActor;
import colophon.api.access.Owner;
import colophon.api.paging.Paging;
import colophon.api.request.FreeText;
import colophon.api.request.Identifier;
import colophon.commands.Refusal;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.imports.CancelImport;
import colophon.commands.imports.Import;
import colophon.commands.imports.ReverseImport;
import colophon.commands.imports.StartImport;
import colophon.events.imports.ImportKind;
import colophon.events.privacy.Seals;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;

@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportApi {

    private final ImportRunner runner;
    private final ImportFiles files;
    private final CommandGateway gateway;
    private final CurrentActor actor;
    private final Seals seals;
    private final LongSupplier head;
    private final AuthorizationRecheck recheck;
    private final ConcurrentImportLimit limit;
    private final DryRuns dryRuns = new DryRuns();

    ImportApi(
            ImportRunner runner,
            ImportFiles files,
            CommandGateway gateway,
            CurrentActor actor,
            Seals seals,
            LongSupplier head,
            AuthorizationRecheck recheck,
            ConcurrentImportLimit limit) {
        this.runner = runner;
        this.files = files;
        this.gateway = gateway;
        this.actor = actor;
        this.seals = seals;
        this.head = head;
        this.recheck = recheck;
        this.limit = limit;
    }

    @Schema(name = "ImportReversalBody")
    record ReversalBody(@NotNull @FreeText(max = 500) String reason) {}

    @Schema(name = "ImportCancellationBody")
    record CancellationBody(@NotNull @FreeText(max = 500) String reason) {}

    @Operation(
            summary = "Import a file: each row is one request, carried out once",
            description =
                    "The body is CSV in UTF-8, at most 100,000 rows and 50 MB. Columns are the"
                        + " fields of the request that a row stands for; money has two, amount and"
                        + " currency. The same file again is the same import. A dry run tells what"
                        + " each row would do and changes nothing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"))))
    @ApiResponse(responseCode = "202", description = "It is being carried out; query its progress")
    @PostMapping(consumes = "text/csv")
    ResponseEntity<?> start(
            @RequestParam String kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable String id,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        var asked = CommandRequest.of(request);
        ImportFiles.ArrivedFile arrived = null;
        try {
            refuseUnknown(request, Set.of("kind", "dryRun", "id"));
            var wanted = kind(kind);
            checkForm(request, id);
            // before the file is stored, so that a refused upload leaves nothing on the disk
            var place = limit.ask(actor.current().id());
            if (dryRun) {
                arrived = receive(request, place);
                return rehearse(wanted, id, arrived, place);
            }
            try (place) { // for this request only; the running import takes its own
                arrived = receive(request, place);
                return start(asked, wanted, id, arrived);
            }
        } catch (Refusal refusal) {
            if (arrived != null) files.delete(arrived.path());
            return gateway.refuse(unkept(asked), "", refusal);
        } catch (IOException | RuntimeException e) {
            if (arrived != null) files.delete(arrived.path());
            throw e;
        }
    }

    private ImportFiles.ArrivedFile receive(
            HttpServletRequest request, ConcurrentImportLimit.Permit place) throws IOException {
        try {
            return files.receive(request.getInputStream());
        } catch (IOException | RuntimeException e) {
            place.close();
            throw e;
        }
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
            var dryRun = dryRuns.find(id, actor);
            // before the state, so that an import that ends in between is finished, not interrupted
            var progress = runner.progress(id);
            return answered(
                    dryRun == null
                            ? ImportAnswer.of(id, state(id), progress)
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
            var dryRun = dryRuns.find(id, actor);
            return answered(
                    dryRun == null
                            ? ImportReport.of(runner, id, state(id), paging)
                            : ImportReport.of(dryRun, paging));
        } catch (Refusal refusal) {
            return gateway.refuse(asking(request), "", refusal);
        }
    }

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
        if (!(state(id) instanceof Import.Finished finished)
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
        var dryRun = dryRuns.find(id, actor);
        if (dryRun != null) return cancel(dryRun, asked);
        var known = state(id);
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
        return answered(ImportAnswer.of(dryRun));
    }

    /**
     * A request without its key: a refusal may quote the file, and the file's texts must not be
     * kept.
     */
    private static CommandRequest unkept(CommandRequest asked) {
        return new CommandRequest(asked.route(), asked.path(), null, asked.within());
    }

    private ResponseEntity<byte[]> start(
            CommandRequest asked,
            ImportKind kind,
            @Nullable String id,
            ImportFiles.ArrivedFile arrived) {
        var size = new RowFile(arrived.path()).checked(runner.form(kind));
        var digest = digest(kind, arrived);
        var importId = id != null ? id : kind + "-" + digest;
        files.keep(arrived, importId, digest);
        var access = actor.access();
        runner.announce(importId);
        var command =
                new StartImport(
                        importId,
                        kind,
                        digest,
                        size.rows(),
                        size.lastLine(),
                        access.account(),
                        access.institutions(),
                        recheck.grant());
        // stands in for the file as the body under the key, since the file is not kept
        var answer = gateway.answer(asked, List.of(importId, kind, digest), command);
        if (!answer.getStatusCode().is2xxSuccessful()) {
            runner.withdraw(importId);
            // after a 503 the import may have started after all, and then the rows are needed
            if (answer.getStatusCode().is4xxClientError())
                files.delete(files.rows(importId, digest));
            return answer;
        }
        runner.goOn(importId);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .location(URI.create("/api/v1/imports/" + importId))
                .body(answer.getBody());
    }

    private ResponseEntity<?> rehearse(
            ImportKind kind,
            @Nullable String id,
            ImportFiles.ArrivedFile arrived,
            ConcurrentImportLimit.Permit place) {
        try {
            var size = new RowFile(arrived.path()).checked(runner.form(kind));
            var digest = digest(kind, arrived);
            var name = DryRuns.PREFIX + (id != null ? id : kind + "-" + digest);
            var dryRun = new DryRun(name, actor.current().id(), kind, digest, size.rows());
            dryRuns.add(dryRun);
            runner.rehearse(dryRun, actor.access(), recheck.grant(), arrived.path(), place);
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/imports/" + name))
                    .body(ImportAnswer.of(dryRun));
        } catch (RuntimeException e) {
            place.close();
            throw e;
        }
    }

    /** Hides the imports of other accounts, unless the caller may see all of them. */
    private Import state(String id) {
        var known = runner.state(id);
        return known instanceof Import.Unknown || mayKnow(Import.require(known, id).startedBy())
                ? known
                : new Import.Unknown();
    }

    private boolean mayKnow(String startedBy) {
        return actor.access().covers(Owner.account(startedBy));
    }

    private ReverseImport reversal(String id, ReversalBody body) {
        var access = actor.access();
        return new ReverseImport(
                id, body.reason(), access.account(), access.institutions(), recheck.grant());
    }

    /** A query. Its answers are not kept, even if it has a key. */
    private static CommandRequest asking(HttpServletRequest request) {
        return new CommandRequest("GET", request.getRequestURI(), null);
    }

    private ResponseEntity<?> answered(Object body) {
        return ResponseEntity.ok()
                .header("Event-Position", Long.toString(head.getAsLong()))
                .body(body);
    }

    /** A keyed hash, so that the log cannot confirm a guess at a small file. */
    private String digest(ImportKind kind, ImportFiles.ArrivedFile arrived) {
        var named = Arrays.copyOf(arrived.hash(), arrived.hash().length + 1);
        named[arrived.hash().length] = kind.code();
        return HexFormat.of().formatHex(seals.digest(named), 0, 16);
    }

    private static ImportKind kind(String word) {
        return Arrays.stream(ImportKind.values())
                .filter(kind -> kind.toString().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                INVALID_PARAMETER.because(
                                        "kind must be one of "
                                                + List.of(ImportKind.values())
                                                + "."));
    }

    private static void checkForm(HttpServletRequest request, @Nullable String id) {
        if (id != null && !id.matches(Identifier.FORM))
            throw INVALID_PARAMETER.because(
                    "id must be 1 to 64 letters, digits, dots, dashes or underscores.");
        if (id != null && id.startsWith(DryRuns.PREFIX))
            throw INVALID_PARAMETER.because("id begins with the prefix of dry runs.");
        var charset = MediaType.parseMediaType(request.getContentType()).getCharset();
        if (charset != null && !Objects.equals(charset, UTF_8))
            throw INVALID_PARAMETER.because("The file must be UTF-8, not " + charset + ".");
    }

    private static void refuseUnknown(HttpServletRequest request, Set<String> known) {
        for (var name : request.getParameterMap().keySet())
            if (!known.contains(name))
                throw UNKNOWN_PARAMETER.because("'" + name + "' is not a parameter here.");
    }
}
