package colophon.commands.institution;

import colophon.api.request.FreeText;
import colophon.api.request.Identifier;
import colophon.api.request.Identifiers;
import colophon.api.request.PayableCurrency;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Objects;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Institutions")
class InstitutionApi {

    private final CommandGateway gateway;

    InstitutionApi(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Operation(summary = "Register an institution, its currency and its time zone (default UTC)")
    @PostMapping("/institutions")
    ResponseEntity<byte[]> register(
            @Valid @RequestBody RegisterBody body, HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new RegisterInstitution(
                        Identifiers.given(body.id()),
                        body.name(),
                        body.currency(),
                        Objects.requireNonNullElse(body.zone(), ZoneId.of("UTC"))));
    }

    record RegisterBody(
            @NotNull @FreeText String name,
            @NotNull @PayableCurrency @Schema(type = "string", example = "USD") Currency currency,
            @Nullable @Identifier String id,
            @Nullable @Schema(type = "string", example = "America/Los_Angeles") ZoneId zone) {}
}
