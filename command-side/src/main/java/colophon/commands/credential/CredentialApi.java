package colophon.commands.credential;

import colophon.api.request.FreeText;
import colophon.api.request.PlausibleDay;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;

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

    private final CommandGateway gateway;

    CredentialApi(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Operation(summary = "Revoke a credential; it is not conferred again automatically")
    @PostMapping("/revocation")
    ResponseEntity<byte[]> revoke(
            @PathVariable String id,
            @Valid @RequestBody RevocationBody body,
            HttpServletRequest request) {
        return gateway.answer(
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
        return gateway.answer(
                CommandRequest.of(request), body, new ReinstateCredential(id, body.reason()));
    }

    record RevocationBody(
            @NotNull @FreeText(max = 500) String reason,
            @Nullable @PlausibleDay LocalDate revokedOn) {}

    @Schema(name = "CredentialReasonBody")
    record ReasonBody(@NotNull @FreeText(max = 500) String reason) {}
}
