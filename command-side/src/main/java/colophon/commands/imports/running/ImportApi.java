package colophon.commands.imports.running;

import static colophon.commands.Reason.IMPORT_NOT_FOUND;
import static colophon.commands.Reason.INVALID_PARAMETER;
import static colophon.commands.Reason.NOT_REVERSIBLE;
import static colophon.commands.Reason.UNKNOWN_PARAMETER;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.commands.Refusal;
import colophon.commands.desk.Caller;
import colophon.commands.desk.CommandGate;
import colophon.commands.desk.CommandRequest;
import colophon.commands.desk.Owner;
import colophon.commands.imports.Import;
import colophon.commands.imports.ReverseImport;
import colophon.commands.imports.StartImport;
import colophon.commands.request.Words;
import colophon.events.imports.ImportKind;
import colophon.events.imports.ImportStarted;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;

@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportApi {

    private static final int DRY_RUNS_KEPT = 4;
    private static final String DRY_RUN = "dry-run.";

    private final Imports imports;
    private final Uploads uploads;
    private final CommandGate gate;
    private final Caller caller;
    private final Seals seals;
    private final LongSupplier head;
    private final Map<String, DryRun> dryRuns = new LinkedHashMap<>();

    ImportApi(
            Imports imports,
            Uploads uploads,
            CommandGate gate,
            Caller caller,
            Seals seals,
            LongSupplier head) {
        this.imports = imports;
        this.uploads = uploads;
        this.gate = gate;
        this.caller = caller;
        this.seals = seals;
        this.head = head;
    }

    /** An import and how far it is; {@code total} is 0 for a reversal that has not begun. */
    record ImportAnswer(
            String id,
            ImportKind kind,
            boolean dryRun,
            String status,
            Rows rows,
            @Nullable Reversal reversal) {}

    /** Rows without the header; done are those with an answer. */
    record Rows(int total, int done, int accepted, int refused, int repeated) {}

    /** Rows that were accepted, and of those the ones that were taken back or could not be. */
    record Reversal(String reason, int total, int done, int reversed, int refused) {}

    /** One page of a report, by line. */
    record Report(List<Outcome> items, @Nullable String next) {}

    record ReversalBody(@NotNull @Words(max = 500) String reason) {}

    @Operation(
            summary = "Import a file: each row is one request, carried out once",
            description =
                    "The body is CSV in UTF-8, at most 100,000 rows and 50 MB. Columns are the"
                        + " fields of the request that a row stands for; money has two, amount and"
                        + " currency. The same file again is the same import. A dry run says what"
                        + " would become of each row and changes nothing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"))))
    @ApiResponse(responseCode = "202", description = "It is being carried out; ask how far it is")
    @PostMapping(consumes = "text/csv")
    ResponseEntity<?> start(
            @RequestParam String kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable String id,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        var asked = CommandRequest.of(request);
        Uploads.Arrived arrived = null;
        try {
            refuseUnknown(request, Set.of("kind", "dryRun", "id"));
            var wanted = kind(kind);
            checkForm(request, id);
            arrived = uploads.receive(request.getInputStream());
            return dryRun ? rehearse(wanted, id, arrived) : start(asked, wanted, id, arrived);
        } catch (Refusal refusal) {
            if (arrived != null) uploads.delete(arrived.path());
            return gate.refuse(unkept(asked), "", refusal);
        } catch (IOException | RuntimeException e) {
            if (arrived != null) uploads.delete(arrived.path());
            throw e;
        }
    }

    @Operation(summary = "An import: how far it is, and what became of its rows")
    @ApiResponse(responseCode = "200", description = "The import")
    @GetMapping("/{id}")
    ResponseEntity<?> progress(
            @PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
        try {
            refuseUnknown(request, Set.of());
            var dryRun = dryRun(id);
            // before the state: what ends in between is finished, not interrupted
            var progress = imports.progress(id);
            return answered(dryRun == null ? answer(id, state(id), progress) : answer(dryRun));
        } catch (Refusal refusal) {
            return gate.refuse(asking(request), "", refusal);
        }
    }

    @Operation(
            summary = "What became of each row, by line; rows without an answer yet are left out")
    @ApiResponse(responseCode = "200", description = "One page of rows")
    @GetMapping("/{id}/rows")
    ResponseEntity<?> rows(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @Parameter(description = "next of the page before") @RequestParam(required = false)
                    @Nullable String cursor,
            @Parameter(hidden = true) HttpServletRequest request) {
        try {
            refuseUnknown(request, Set.of("limit", "cursor"));
            if (limit < 1 || limit > 200)
                throw new Refusal(INVALID_PARAMETER, "limit is " + limit + ", not 1 to 200.");
            if (cursor != null && !cursor.matches("[0-9]{1,9}"))
                throw new Refusal(INVALID_PARAMETER, "cursor is none of an answer of this list.");
            int after = cursor == null ? 1 : Integer.parseInt(cursor);
            var dryRun = dryRun(id);
            return answered(
                    dryRun == null ? report(id, after, limit) : report(dryRun, after, limit));
        } catch (Refusal refusal) {
            return gate.refuse(asking(request), "", refusal);
        }
    }

    @Operation(
            summary = "Take an import back: what its rows changed is reversed, row by row",
            description =
                    "Outcomes are reversed, payments reversed, enrollments cancelled, awards"
                        + " revoked; both facts stay visible. Rows that a rule keeps as they are,"
                        + " because of what came after them, are named in the report. Students stay"
                        + " known.")
    @PostMapping("/{id}/reversal")
    ResponseEntity<byte[]> reverse(
            @PathVariable String id,
            @Valid @RequestBody ReversalBody body,
            HttpServletRequest request) {
        var asked = CommandRequest.of(request);
        if (state(id) instanceof Import.Finished finished
                && finished.as().kind() != ImportKind.STUDENTS) {
            if (Target.of(finished.as().kind()).takeBack() == null)
                return gate.refuse(
                        asked,
                        body,
                        new Refusal(
                                NOT_REVERSIBLE,
                                "Nothing takes " + finished.as().kind() + " back as a batch yet."));
            uploads.markReversing(id); // before it is decided: else a crash could forget it
            imports.announce(id);
        }
        var answer = gate.answer(asked, body, reversal(id, body));
        if (answer.getStatusCode().is2xxSuccessful()) imports.goOn(id);
        else if (imports.isIdle(id)) {
            imports.withdraw(id);
            uploads.unmarkReversing(id);
        }
        return answer;
    }

    /** What is wrong with a file is told in the file's own words, and these are kept nowhere. */
    private static CommandRequest unkept(CommandRequest asked) {
        return new CommandRequest(asked.route(), asked.path(), null, asked.within());
    }

    private ResponseEntity<byte[]> start(
            CommandRequest asked, ImportKind kind, @Nullable String id, Uploads.Arrived arrived) {
        var size = new RowFile(arrived.path()).checked(imports.form(kind));
        var digest = digest(kind, arrived);
        var importId = id != null ? id : kind + "-" + digest;
        uploads.keep(arrived, importId, digest);
        var scope = caller.scope();
        imports.announce(importId);
        var command =
                new StartImport(
                        importId,
                        kind,
                        digest,
                        size.rows(),
                        size.lastLine(),
                        scope.account(),
                        scope.institutions());
        // the body that a key stands for: not the file itself, which nobody keeps
        var answer = gate.answer(asked, List.of(importId, kind, digest), command);
        if (!answer.getStatusCode().is2xxSuccessful()) {
            imports.withdraw(importId);
            // whoever asks again after a 503 may find that it was begun: then the rows are needed
            if (answer.getStatusCode().is4xxClientError())
                uploads.delete(uploads.rows(importId, digest));
            return answer;
        }
        imports.goOn(importId);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .location(URI.create("/api/v1/imports/" + importId))
                .body(answer.getBody());
    }

    private ResponseEntity<?> rehearse(
            ImportKind kind, @Nullable String id, Uploads.Arrived arrived) {
        var size = new RowFile(arrived.path()).checked(imports.form(kind));
        var digest = digest(kind, arrived);
        var name = DRY_RUN + (id != null ? id : kind + "-" + digest);
        var dryRun = new DryRun(name, caller.who(), kind, digest, size.rows());
        synchronized (dryRuns) {
            dryRuns.remove(name);
            dryRuns.put(name, dryRun);
            if (dryRuns.size() > DRY_RUNS_KEPT) dryRuns.remove(dryRuns.keySet().iterator().next());
        }
        imports.rehearse(dryRun, caller.scope(), arrived.path());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + name))
                .body(answer(dryRun));
    }

    private static ImportAnswer answer(String id, Import known, @Nullable Progress progress) {
        return switch (known) {
            case Import.Unknown _ ->
                    throw new Refusal(IMPORT_NOT_FOUND, "There is no import " + id + ".");
            case Import.Running running ->
                    answer(
                            running.as(),
                            progress == null ? "interrupted" : "running",
                            rows(running.as().rows(), progress == null ? new Progress() : progress),
                            null);
            case Import.Finished finished ->
                    answer(finished.as(), "finished", rows(finished), null);
            case Import.Reversing now -> {
                var counts = progress == null ? new Progress() : progress;
                int reversed = counts.accepted() + counts.repeated();
                yield answer(
                        now.as(),
                        progress == null ? "interrupted" : "reversing",
                        rows(new Import.Finished(now.as(), now.counts())),
                        new Reversal(
                                now.reversal().reason(),
                                now.counts().accepted(),
                                reversed + counts.refused(),
                                reversed,
                                counts.refused()));
            }
            case Import.Reversed then ->
                    answer(
                            then.as(),
                            "reversed",
                            rows(new Import.Finished(then.as(), then.counts())),
                            new Reversal(
                                    then.reversal().reason(),
                                    then.counts().accepted(),
                                    then.result().reversed() + then.result().refused(),
                                    then.result().reversed(),
                                    then.result().refused()));
        };
    }

    private static ImportAnswer answer(
            ImportStarted as, String status, Rows rows, @Nullable Reversal reversal) {
        return new ImportAnswer(as.importId(), as.kind(), false, status, rows, reversal);
    }

    private static ImportAnswer answer(DryRun dryRun) {
        return new ImportAnswer(
                dryRun.id(),
                dryRun.kind(),
                true,
                dryRun.status(),
                rows(dryRun.rows(), dryRun.progress()),
                null);
    }

    private static Rows rows(int total, Progress progress) {
        int accepted = progress.accepted();
        int refused = progress.refused();
        int repeated = progress.repeated();
        return new Rows(total, accepted + refused + repeated, accepted, refused, repeated);
    }

    private static Rows rows(Import.Finished finished) {
        var counts = finished.counts();
        return new Rows(
                finished.as().rows(),
                finished.as().rows(),
                counts.accepted(),
                counts.refused(),
                counts.repeated());
    }

    private Report report(String id, int after, int limit) {
        var known = state(id);
        var as = Import.known(known, id);
        var items = new ArrayList<Outcome>();
        for (int line = after + 1; line <= as.lastLine(); line++) {
            if (items.size() == limit)
                return new Report(items, Integer.toString(items.getLast().line()));
            var outcome = imports.outcome(known, as, line);
            if (outcome != null) items.add(outcome);
        }
        return new Report(items, null);
    }

    private static Report report(DryRun dryRun, int after, int limit) {
        var rest = dryRun.outcomes().stream().filter(one -> one.line() > after).toList();
        var items = rest.stream().limit(limit).toList();
        return new Report(
                items, rest.size() > limit ? Integer.toString(items.getLast().line()) : null);
    }

    private @Nullable DryRun dryRun(String id) {
        synchronized (dryRuns) {
            var dryRun = dryRuns.get(id);
            return dryRun != null && mayKnow(dryRun.startedBy()) ? dryRun : null;
        }
    }

    /** What somebody else began is nothing to who asks, unless they look after everything. */
    private Import state(String id) {
        var known = imports.state(id);
        return known instanceof Import.Unknown || mayKnow(Import.known(known, id).startedBy())
                ? known
                : new Import.Unknown();
    }

    private boolean mayKnow(String startedBy) {
        return caller.scope().covers(Owner.account(startedBy));
    }

    private ReverseImport reversal(String id, ReversalBody body) {
        var scope = caller.scope();
        return new ReverseImport(id, body.reason(), scope.account(), scope.institutions());
    }

    /** A question; its answers are not kept, whatever its headers say. */
    private static CommandRequest asking(HttpServletRequest request) {
        return new CommandRequest("GET", request.getRequestURI(), null);
    }

    private ResponseEntity<?> answered(Object body) {
        return ResponseEntity.ok()
                .header("Event-Position", Long.toString(head.getAsLong()))
                .body(body);
    }

    /** Keyed: the log must not tell anybody who guesses at a small file that the guess is right. */
    private String digest(ImportKind kind, Uploads.Arrived arrived) {
        var named = Arrays.copyOf(arrived.hash(), arrived.hash().length + 1);
        named[arrived.hash().length] = (byte) kind.ordinal();
        return HexFormat.of().formatHex(seals.digest(named), 0, 16);
    }

    private static ImportKind kind(String word) {
        return Arrays.stream(ImportKind.values())
                .filter(kind -> kind.toString().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        INVALID_PARAMETER,
                                        "kind must be one of "
                                                + List.of(ImportKind.values())
                                                + "."));
    }

    private static void checkForm(HttpServletRequest request, @Nullable String id) {
        if (id != null && !id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"))
            throw new Refusal(
                    INVALID_PARAMETER,
                    "id must be 1 to 64 letters, digits, dots, dashes or underscores.");
        if (id != null && id.startsWith(DRY_RUN))
            throw new Refusal(INVALID_PARAMETER, "id begins as that of a dry run.");
        var charset = MediaType.parseMediaType(request.getContentType()).getCharset();
        if (charset != null && !Objects.equals(charset, UTF_8))
            throw new Refusal(INVALID_PARAMETER, "The file must be UTF-8, not " + charset + ".");
    }

    private static void refuseUnknown(HttpServletRequest request, Set<String> known) {
        for (var name : request.getParameterMap().keySet())
            if (!known.contains(name))
                throw new Refusal(UNKNOWN_PARAMETER, "'" + name + "' is no parameter of this.");
    }
}
