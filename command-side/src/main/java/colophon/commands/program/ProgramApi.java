package colophon.commands.program;

import static java.util.Objects.requireNonNullElse;

import colophon.api.request.FreeText;
import colophon.api.request.Identifier;
import colophon.api.request.Identifiers;
import colophon.api.request.PlausibleDay;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.events.program.Lapse;
import colophon.events.program.Pathway;
import colophon.events.requirement.RequirementForm;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Programs")
class ProgramApi {

    private final CommandGateway gateway;

    ProgramApi(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Operation(summary = "Open a program of an institution")
    @PostMapping("/programs")
    ResponseEntity<byte[]> open(@Valid @RequestBody ProgramBody body, HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new OpenProgram(Identifiers.given(body.id()), body.institutionId(), body.name()));
    }

    @Operation(summary = "List a course in the catalog of a program")
    @PostMapping("/programs/{id}/courses")
    ResponseEntity<byte[]> list(
            @PathVariable String id,
            @Valid @RequestBody CourseBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new ListCourse(
                        Identifiers.given(body.id()),
                        id,
                        body.title(),
                        body.code(),
                        body.units(),
                        requireNonNullElse(body.subjects(), List.of())));
    }

    @Operation(
            summary = "Define a certificate of a program by its requirement",
            description =
                    "The requirement is a tree of nodes: {\"courses\": {\"count\": 5, \"of\":"
                        + " \"program\"}}, {\"units\": {\"count\": 16, \"of\": \"pathway\"}},"
                        + " {\"allOf\": [...]}, {\"choose\": {\"count\": 2, \"of\": [...]}}; of is"
                        + " \"program\", \"any\", \"pathway\" or a list of course ids. Beside a"
                        + " node: \"within\": \"P8Y\", \"minimumGrade\": \"C\", \"maxShared\": 6"
                        + " and \"maxTransferred\": 6 (units). lapse ends a candidacy after this"
                        + " time without an enrollment or completion.")
    @PostMapping("/programs/{id}/certificates")
    ResponseEntity<byte[]> define(
            @PathVariable String id,
            @Valid @RequestBody CertificateBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new DefineCertificate(
                        Identifiers.given(body.id()),
                        id,
                        body.title(),
                        requireNonNullElse(body.conferral(), "automatic"),
                        RequirementForm.read(body.requirement()),
                        pathways(requireNonNullElse(body.pathways(), List.of())),
                        body.lapse() == null ? null : body.lapse().toLapse()));
    }

    @Operation(
            summary = "Revise the requirement of a certificate for new candidacies from a day on",
            description =
                    "preview: true answers which candidates would be complete, and which would"
                            + " no longer be, and changes nothing. A candidacy keeps its version"
                            + " unless it is moved.")
    @PutMapping("/certificates/{id}/requirement")
    ResponseEntity<byte[]> revise(
            @PathVariable String id,
            @Valid @RequestBody RequirementBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new ReviseRequirement(
                        id,
                        RequirementForm.read(body.requirement()),
                        body.appliesFrom(),
                        body.pathways() == null ? null : pathways(body.pathways()),
                        requireNonNullElse(body.preview(), false)));
    }

    private static List<Pathway> pathways(List<PathwayBody> bodies) {
        return bodies.stream()
                .map(body -> new Pathway(body.id(), body.title(), body.courses()))
                .toList();
    }

    record ProgramBody(
            @NotNull @Identifier String institutionId,
            @NotNull @FreeText String name,
            @Nullable @Identifier String id) {}

    record CourseBody(
            @NotNull @FreeText(max = 300) String title,
            @Nullable @Identifier String id,
            @Nullable @FreeText(max = 40) String code,
            @Nullable @DecimalMin(value = "0", inclusive = false) @Digits(integer = 3, fraction = 2)
                    BigDecimal units,
            @Nullable @Size(max = 50) List<@NotNull @FreeText(max = 100) String> subjects) {}

    record CertificateBody(
            @NotNull @FreeText(max = 300) String title,
            @NotNull Map<String, Object> requirement,
            @Nullable @Identifier String id,
            @Nullable
                    @Pattern(
                            regexp = "automatic|approval",
                            message = "must be automatic or approval")
                    String conferral,
            @Nullable @Valid @Size(max = 50) List<@NotNull PathwayBody> pathways,
            @Nullable @Valid LapseBody lapse) {}

    record RequirementBody(
            @NotNull Map<String, Object> requirement,
            @NotNull @PlausibleDay LocalDate appliesFrom,
            @Nullable Boolean preview,
            @Nullable @Valid @Size(max = 50) List<@NotNull PathwayBody> pathways) {}

    record PathwayBody(
            @NotNull @Identifier String id,
            @NotNull @FreeText(max = 300) String title,
            @NotNull @Size(min = 1, max = 500) List<@NotNull @Identifier String> courses) {}

    /** Both are ISO-8601 periods in years, months or days. */
    record LapseBody(
            @NotNull @Pattern(regexp = PERIOD, message = NO_PERIOD) @Schema(example = "P1Y")
                    String after,
            @Nullable @Pattern(regexp = PERIOD, message = NO_PERIOD) @Schema(example = "P6M")
                    String leaveUpTo) {

        private static final String PERIOD =
                "P[1-9][0-9]{0,2}Y|P([1-9][0-9]{0,2}Y)?[1-9][0-9]{0,2}M|P[1-9][0-9]{0,3}D";

        private static final String NO_PERIOD = "must be a period such as P1Y, P18M or P90D";

        Lapse toLapse() {
            return new Lapse(
                    Period.parse(after), leaveUpTo == null ? null : Period.parse(leaveUpTo));
        }
    }
}
