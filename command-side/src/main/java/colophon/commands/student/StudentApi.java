package colophon.commands.student;

import colophon.api.request.Identifier;
import colophon.api.request.PlausibleDay;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.events.privacy.Seals;

import io.swagger.v3.oas.annotations.Operation;
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
import java.util.Objects;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Students")
class StudentApi {

    private final CommandGateway gateway;
    private final Seals seals;

    StudentApi(CommandGateway gateway, Seals seals) {
        this.gateway = gateway;
        this.seals = seals;
    }

    @Operation(summary = "Register a student; the names are stored sealed with a key of their own")
    @PostMapping("/students")
    ResponseEntity<byte[]> register(
            @Valid @RequestBody StudentBody body, HttpServletRequest request) {
        return gateway.answer(CommandRequest.of(request), body, body.toCommand(seals));
    }

    @Operation(summary = "Declare a student's candidacy for a certificate")
    @PostMapping("/students/{id}/candidacies")
    ResponseEntity<byte[]> declare(
            @PathVariable String id,
            @Valid @RequestBody CandidacyBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new DeclareCandidacy(
                        id,
                        body.certificateId(),
                        Objects.requireNonNullElse(body.matriculated(), false),
                        body.pathway(),
                        body.declaredOn()));
    }

    record CandidacyBody(
            @NotNull @Identifier String certificateId,
            @Nullable Boolean matriculated,
            @Nullable @Identifier String pathway,
            @Nullable @PlausibleDay LocalDate declaredOn) {}
}
