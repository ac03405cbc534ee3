package colophon.commands.program;

import colophon.commands.desk.CommandGate;
import colophon.commands.desk.CommandRequest;
import colophon.commands.request.Identifier;
import colophon.commands.request.Ids;
import colophon.commands.request.Words;
import colophon.events.requirement.RequirementForm;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Programs")
class ProgramApi {

    private final CommandGate gate;

    ProgramApi(CommandGate gate) {
        this.gate = gate;
    }

    @Operation(summary = "Open a program of an institution")
    @PostMapping("/programs")
    ResponseEntity<byte[]> open(@Valid @RequestBody ProgramBody body, HttpServletRequest request) {
        return gate.answer(
                CommandRequest.of(request),
                body,
                new OpenProgram(Ids.given(body.id()), body.institutionId(), body.name()));
    }

    @Operation(summary = "List a course in the catalog of a program")
    @PostMapping("/programs/{id}/courses")
    ResponseEntity<byte[]> list(
            @PathVariable String id,
            @Valid @RequestBody CourseBody body,
            HttpServletRequest request) {
        return gate.answer(
                CommandRequest.of(request),
                body,
                new ListCourse(
                        Ids.given(body.id()),
                        id,
                        body.title(),
                        body.code(),
                        body.units(),
                        Objects.requireNonNullElse(body.subjects(), List.of())));
    }

    @Operation(
            summary = "Define a certificate of a program by its requirement",
            description =
                    "The requirement is a tree: {\"courses\": {\"count\": 5, \"of\": \"program\"}}"
                        + " (of: \"program\", \"any\" or a list of course ids), {\"allOf\": [...]},"
                        + " and \"within\": \"P8Y\" beside either.")
    @PostMapping("/programs/{id}/certificates")
    ResponseEntity<byte[]> define(
            @PathVariable String id,
            @Valid @RequestBody CertificateBody body,
            HttpServletRequest request) {
        return gate.answer(
                CommandRequest.of(request),
                body,
                new DefineCertificate(
                        Ids.given(body.id()),
                        id,
                        body.title(),
                        Objects.requireNonNullElse(body.conferral(), "automatic"),
                        RequirementForm.read(body.requirement())));
    }

    record ProgramBody(
            @NotNull @Identifier String institutionId,
            @NotNull @Words String name,
            @Nullable @Identifier String id) {}

    record CourseBody(
            @NotNull @Words(max = 300) String title,
            @Nullable @Identifier String id,
            @Nullable @Words(max = 40) String code,
            @Nullable @DecimalMin(value = "0", inclusive = false) @Digits(integer = 3, fraction = 2)
                    BigDecimal units,
            @Nullable @Size(max = 50) List<@NotNull @Words(max = 100) String> subjects) {}

    record CertificateBody(
            @NotNull @Words(max = 300) String title,
            @NotNull Map<String, Object> requirement,
            @Nullable @Identifier String id,
            @Nullable
                    @Pattern(
                            regexp = "automatic|approval",
                            message = "must be automatic or approval")
                    String conferral) {}
}
