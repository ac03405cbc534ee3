package colophon.commands.candidacy;

import colophon.commands.credential.ReinstateCredential;
import colophon.commands.credential.RevokeCredential;
import colophon.commands.desk.CommandGate;
import colophon.commands.desk.CommandRequest;
import colophon.commands.request.Day;
import colophon.commands.request.Words;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;

@RestController
@RequestMapping("/api/v1/credentials/{id}")
@Tag(name = "Credentials")
class CredentialApi {

    private final CommandGate gate;

    CredentialApi(CommandGate gate) {
        this.gate = gate;
    }

    @Operation(summary = "Revoke a credential; it is not conferred again automatically")
    @PostMapping("/revocation")
    ResponseEntity<byte[]> revoke(
            @PathVariable String id,
            @Valid @RequestBody RevocationBody body,
            HttpServletRequest request) {
        return gate.answer(
                CommandRequest.of(request),
                body,
                new RevokeCredential(id, body.reason(), body.revokedOn()));
    }

    @Operation(summary = "Reinstate a revoked credential that the transcript still earns")
    @PostMapping("/reinstatement")
    ResponseEntity<byte[]> reinstate(
            @PathVariable String id,
            @Valid @RequestBody ReasonBody body,
            HttpServletRequest request) {
        return gate.answer(
                CommandRequest.of(request), body, new ReinstateCredential(id, body.reason()));
    }

    record RevocationBody(
            @NotNull @Words(max = 500) String reason, @Nullable @Day LocalDate revokedOn) {}

    @Schema(name = "CredentialReasonBody")
    record ReasonBody(@NotNull @Words(max = 500) String reason) {}
}
