package colophon.commands.enrollment.api;

import colophon.api.request.FreeText;
import colophon.api.request.Identifier;
import colophon.api.request.PlausibleDay;
import colophon.commands.enrollment.EnrollmentRequest;
import colophon.commands.enrollment.outcome.ReverseCompletion;
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
@RequestMapping("/api/v1")
@Tag(name = "Enrollments")
class EnrollmentApi {

    private final CommandGateway gateway;

    EnrollmentApi(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Operation(
            summary =
                    "Enroll a student: takes a seat and charges the tuition, together or not at"
                            + " all",
            description =
                    "status is enrolled; or waitlisted, if the offering is full and has a"
                            + " waitlist; or pending, if the offering admits by application.")
    @PostMapping("/enrollments")
    ResponseEntity<byte[]> enroll(@Valid @RequestBody EnrollBody body, HttpServletRequest request) {
        return gateway.answer(CommandRequest.of(request), body, body.toCommand());
    }

    @Operation(
            summary = "Accept an application: a seat is held until confirmBy",
            description = "If the offering is full and has a waitlist, the student joins it.")
    @PostMapping("/enrollments/{id}/acceptance")
    ResponseEntity<byte[]> accept(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable HoldBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                asked(body),
                new EnrollmentRequest.Accept(id, body == null ? null : body.confirmBy()));
    }

    @Operation(summary = "Offer a free seat to a waitlisted student: the instructor's pick")
    @PostMapping("/enrollments/{id}/seat-offer")
    ResponseEntity<byte[]> offerSeat(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable HoldBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                asked(body),
                new EnrollmentRequest.OfferSeat(id, body == null ? null : body.confirmBy()));
    }

    @Operation(summary = "Confirm the offered seat: it is taken, and the tuition is charged")
    @PostMapping("/enrollments/{id}/confirmation")
    ResponseEntity<byte[]> confirm(@PathVariable String id, HttpServletRequest request) {
        return gateway.answer(CommandRequest.of(request), "", new EnrollmentRequest.Confirm(id));
    }

    @Operation(
            summary = "Move an enrollment to another offering: seat, charges and payments go along",
            description = "With quote: true it answers the same and changes nothing.")
    @PostMapping("/enrollments/{id}/transfer")
    ResponseEntity<byte[]> transfer(
            @PathVariable String id,
            @Valid @RequestBody TransferBody body,
            HttpServletRequest request) {
        var command =
                new EnrollmentRequest.Transfer(
                        id, body.offeringId(), body.reason(), body.effectiveOn());
        return Boolean.TRUE.equals(body.quote())
                ? gateway.quote(CommandRequest.of(request), command)
                : gateway.answer(CommandRequest.of(request), body, command);
    }

    @Operation(summary = "Defer to a later offering: the seat is released, the money stays")
    @PostMapping("/enrollments/{id}/deferral")
    ResponseEntity<byte[]> defer(
            @PathVariable String id,
            @Valid @RequestBody MoveBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new EnrollmentRequest.Defer(id, body.reason(), body.effectiveOn()));
    }

    @Operation(summary = "Reinstate a student who left: a seat again, charged again")
    @PostMapping("/enrollments/{id}/reinstatement")
    ResponseEntity<byte[]> reinstate(
            @PathVariable String id,
            @Valid @RequestBody MoveBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new EnrollmentRequest.Reinstate(id, body.reason(), body.effectiveOn()));
    }

    @Operation(summary = "Record how the course ended for the student")
    @PostMapping("/enrollments/{id}/completion")
    ResponseEntity<byte[]> complete(
            @PathVariable String id,
            @Valid @RequestBody OutcomeBody body,
            HttpServletRequest request) {
        return gateway.answer(CommandRequest.of(request), body, body.toCommand(id));
    }

    @Operation(summary = "Reverse an outcome that was recorded wrongly; both facts stay visible")
    @PostMapping("/enrollments/{id}/completion/reversal")
    ResponseEntity<byte[]> reverse(
            @PathVariable String id,
            @Valid @RequestBody ReversalBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request), body, new ReverseCompletion(id, body.reason()));
    }

    private static Object asked(@Nullable HoldBody body) {
        return body == null ? "" : body;
    }

    record HoldBody(@Nullable @PlausibleDay LocalDate confirmBy) {}

    record TransferBody(
            @NotNull @Identifier String offeringId,
            @NotNull @FreeText(max = 500) String reason,
            @Nullable @PlausibleDay LocalDate effectiveOn,
            @Nullable Boolean quote) {}

    @Schema(name = "EnrollmentMoveBody")
    record MoveBody(
            @NotNull @FreeText(max = 500) String reason,
            @Nullable @PlausibleDay LocalDate effectiveOn) {}

    @Schema(name = "CompletionReversalBody")
    record ReversalBody(@NotNull @FreeText(max = 500) String reason) {}
}
