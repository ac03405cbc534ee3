package colophon.commands.withdrawal;

import colophon.api.request.Amount;
import colophon.api.request.FieldsAgree;
import colophon.api.request.FreeText;
import colophon.api.request.PlausibleDay;
import colophon.commands.enrollment.EnrollmentRequest;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.offering.CancelOffering;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
class WithdrawalApi {

    private final CommandGateway gateway;

    WithdrawalApi(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Operation(
            summary = "A student leaves: dropped before the first day, withdrawn from then on",
            description =
                    "The refund is what the refund policy of the enrollment gives for the day"
                            + " effectiveOn (default today), plus what override adds. With quote:"
                            + " true it answers the same and changes nothing.")
    @PostMapping("/enrollments/{id}/withdrawal")
    ResponseEntity<byte[]> withdraw(
            @PathVariable String id,
            @Valid @RequestBody WithdrawalBody body,
            HttpServletRequest request) {
        return send(
                request,
                body,
                body.quote(),
                new EnrollmentRequest.Withdraw(
                        id,
                        body.reason(),
                        body.effectiveOn(),
                        body.override() == null ? null : body.override().toOverride()));
    }

    @Operation(summary = "The program cancels one enrollment: everything is refunded")
    @PostMapping("/enrollments/{id}/cancellation")
    ResponseEntity<byte[]> cancel(
            @PathVariable String id,
            @Valid @RequestBody CancellationBody body,
            HttpServletRequest request) {
        return send(request, body, body.quote(), new EnrollmentRequest.Cancel(id, body.reason()));
    }

    @Operation(
            summary = "Cancel an offering: everything is refunded to everyone in it, in one commit",
            description = "Students who have an outcome keep it.")
    @PostMapping("/offerings/{id}/cancellation")
    ResponseEntity<byte[]> cancelOffering(
            @PathVariable String id,
            @Valid @RequestBody CancellationBody body,
            HttpServletRequest request) {
        return send(request, body, body.quote(), new CancelOffering(id, body.reason()));
    }

    @Operation(summary = "Decline an application, a place on the waitlist or an offered seat")
    @PostMapping("/enrollments/{id}/decline")
    ResponseEntity<byte[]> decline(
            @PathVariable String id,
            @Valid @RequestBody ReasonBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request), body, new EnrollmentRequest.Decline(id, body.reason()));
    }

    @Operation(
            summary = "Offer the seats that were not confirmed in time to the next students",
            description = "The server does this every minute; this call does it now.")
    @PostMapping("/offerings/{id}/lapses")
    ResponseEntity<byte[]> lapse(@PathVariable String id, HttpServletRequest request) {
        return gateway.answer(CommandRequest.of(request), "", new LapseSeatOffers(id));
    }

    private ResponseEntity<byte[]> send(
            HttpServletRequest request, Object body, @Nullable Boolean quote, Object command) {
        var from = CommandRequest.of(request);
        return Boolean.TRUE.equals(quote)
                ? gateway.quote(from, command)
                : gateway.answer(from, body, command);
    }

    @Schema(name = "EnrollmentWithdrawalBody")
    record WithdrawalBody(
            @NotNull @FreeText(max = 500) String reason,
            @Nullable @PlausibleDay LocalDate effectiveOn,
            @Nullable Boolean quote,
            @Nullable @Valid OverrideBody override) {}

    @FieldsAgree
    record OverrideBody(
            @Nullable @Min(1) @Max(100) Integer percent,
            @Nullable @Valid Amount amount,
            @NotNull @FreeText(max = 500) String reason)
            implements FieldsAgree.Body {

        @Override
        public @Nullable String disagreement() {
            return (percent == null) != (amount == null) ? null : "give either percent or amount";
        }

        EnrollmentRequest.RefundOverride toOverride() {
            return new EnrollmentRequest.RefundOverride(percent, Amount.toMoney(amount), reason);
        }
    }

    @Schema(name = "EnrollmentCancellationBody")
    record CancellationBody(@NotNull @FreeText(max = 500) String reason, @Nullable Boolean quote) {}

    @Schema(name = "EnrollmentReasonBody")
    record ReasonBody(@NotNull @FreeText(max = 500) String reason) {}
}
