package colophon.commands.enrollment;

import colophon.commands.desk.CommandGate;
import colophon.commands.desk.CommandRequest;
import colophon.commands.request.Day;
import colophon.commands.request.Identifier;
import colophon.commands.request.Ids;
import colophon.commands.request.Words;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Enrollments")
class EnrollmentApi {

    private final CommandGate gate;

    EnrollmentApi(CommandGate gate) {
        this.gate = gate;
    }

    @Operation(
            summary =
                    "Enroll a student: takes a seat and charges the tuition, together or not at"
                            + " all")
    @PostMapping("/enrollments")
    ResponseEntity<byte[]> enroll(@Valid @RequestBody EnrollBody body, HttpServletRequest request) {
        return gate.answer(
                CommandRequest.of(request),
                body,
                new Enroll(
                        Ids.given(body.id()),
                        body.studentId(),
                        body.offeringId(),
                        body.effectiveOn()));
    }

    @Operation(summary = "Record how the course ended for the student")
    @PostMapping("/enrollments/{id}/completion")
    ResponseEntity<byte[]> complete(
            @PathVariable String id,
            @Valid @RequestBody OutcomeBody body,
            HttpServletRequest request) {
        return gate.answer(
                CommandRequest.of(request),
                body,
                new RecordOutcome(
                        id, body.outcome().equals("completed"), body.grade(), body.completedOn()));
    }

    @Operation(summary = "Reverse an outcome that was recorded wrongly; both facts stay visible")
    @PostMapping("/enrollments/{id}/completion/reversal")
    ResponseEntity<byte[]> reverse(
            @PathVariable String id,
            @Valid @RequestBody ReversalBody body,
            HttpServletRequest request) {
        return gate.answer(
                CommandRequest.of(request), body, new ReverseCompletion(id, body.reason()));
    }

    record EnrollBody(
            @NotNull @Identifier String studentId,
            @NotNull @Identifier String offeringId,
            @Nullable @Identifier String id,
            @Nullable @Day LocalDate effectiveOn) {}

    record OutcomeBody(
            @NotNull
                    @Pattern(
                            regexp = "completed|not-completed",
                            message = "must be completed or not-completed")
                    String outcome,
            @Nullable @Words(max = 20) String grade,
            @Nullable @Day LocalDate completedOn) {}

    record ReversalBody(@NotNull @Words(max = 500) String reason) {}
}
