package colophon.commands.rights;

import colophon.api.request.FreeText;
import colophon.api.request.Identifier;
import colophon.api.request.Identifiers;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Students")
class RightsApi {

    private final CommandGateway gateway;

    RightsApi(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Operation(summary = "Say whether a student may be named to people who do not need the name")
    @PostMapping("/students/{id}/directory-opt-out")
    ResponseEntity<byte[]> change(
            @PathVariable String id,
            @Valid @RequestBody OptOutBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request), body, new ChangeDirectoryOptOut(id, body.optedOut()));
    }

    @Operation(
            summary = "Request an amendment of a student's record; the old text stays visible",
            description =
                    "With institutionId, staff of that institution see it too; without it, only"
                            + " staff of all institutions.")
    @PostMapping("/students/{id}/amendments")
    ResponseEntity<byte[]> ask(
            @PathVariable String id,
            @Valid @RequestBody AmendmentBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new RequestAmendment(
                        id,
                        Identifiers.given(body.id()),
                        body.institutionId(),
                        body.wrong(),
                        body.right()));
    }

    @Operation(
            summary = "Grant or deny a request to amend",
            description =
                    "Granted names the commits (the Event-Position of each answer) that corrected"
                            + " the record; denied names none, and the student may place a"
                            + " statement.")
    @PostMapping("/students/{id}/amendments/{amendmentId}/decision")
    ResponseEntity<byte[]> decide(
            @PathVariable String id,
            @PathVariable String amendmentId,
            @Valid @RequestBody DecisionBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new DecideAmendment(
                        id,
                        amendmentId,
                        body.granted(),
                        body.reason(),
                        Objects.requireNonNullElse(body.corrections(), List.of())));
    }

    @Operation(summary = "Place the student's own statement beside what was not amended")
    @PostMapping("/students/{id}/amendments/{amendmentId}/statement")
    ResponseEntity<byte[]> state(
            @PathVariable String id,
            @PathVariable String amendmentId,
            @Valid @RequestBody StatementBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new PlaceStatement(id, amendmentId, body.statement()));
    }

    record OptOutBody(@NotNull Boolean optedOut) {}

    record AmendmentBody(
            @NotNull @FreeText(max = 2000) String wrong,
            @NotNull @FreeText(max = 2000) String right,
            @Nullable @Identifier String institutionId,
            @Nullable @Identifier String id) {}

    record DecisionBody(
            @NotNull Boolean granted,
            @NotNull @FreeText(max = 2000) String reason,
            @Nullable @Size(max = 50) List<@NotNull @Positive Long> corrections) {}

    record StatementBody(@NotNull @FreeText(max = 2000) String statement) {}
}
