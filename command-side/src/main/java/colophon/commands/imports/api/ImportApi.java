package colophon.commands.imports.api;

import static colophon.api.problem.RequestProblem.INVALID_PARAMETER;
import static colophon.commands.imports.api.VisibleImports.refuseUnknown;
import static colophon.commands.imports.api.VisibleImports.unkept;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.access.AuthorizationRecheck;
import colophon.api.access.CurrentActor;
import colophon.api.request.Identifier;
import colophon.commands.Refusal;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.imports.StartImport;
import colophon.commands.imports.rows.ImportFiles;
import colophon.commands.imports.rows.RowFile;
import colophon.commands.imports.running.ConcurrentImportLimit;
import colophon.commands.imports.running.DryRun;
import colophon.commands.imports.running.ImportRunner;
import colophon.events.imports.ImportKind;
import colophon.events.privacy.Seals;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
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

/** Starts imports and dry runs. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportApi {

    private final ImportRunner runner;
    private final ImportFiles files;
    private final VisibleImports visible;
    private final CommandGateway gateway;
    private final CurrentActor actor;
    private final Seals seals;
    private final AuthorizationRecheck recheck;
    private final ConcurrentImportLimit limit;

    ImportApi(
            ImportRunner runner,
            ImportFiles files,
            VisibleImports visible,
            CommandGateway gateway,
            CurrentActor actor,
            Seals seals,
            AuthorizationRecheck recheck,
            ConcurrentImportLimit limit) {
        this.runner = runner;
        this.files = files;
        this.visible = visible;
        this.gateway = gateway;
        this.actor = actor;
        this.seals = seals;
        this.recheck = recheck;
        this.limit = limit;
    }

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
            visible.add(dryRun);
            runner.rehearse(dryRun, actor.access(), recheck.grant(), arrived.path(), place);
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/imports/" + name))
                    .body(ImportAnswer.of(dryRun));
        } catch (RuntimeException e) {
            place.close();
            throw e;
        }
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
}
