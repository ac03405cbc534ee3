package colophon.commands.payment;

import colophon.api.request.Amount;
import colophon.api.request.FreeText;
import colophon.api.request.Identifier;
import colophon.api.request.Identifiers;
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
@RequestMapping("/api/v1")
@Tag(name = "Payments")
class PaymentApi {

    private final CommandGateway gateway;

    PaymentApi(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Operation(summary = "Record a payment for a student; the payer is self by default")
    @PostMapping("/payments")
    ResponseEntity<byte[]> receive(
            @Valid @RequestBody PaymentBody body, HttpServletRequest request) {
        return gateway.answer(CommandRequest.of(request), body, body.toCommand());
    }

    @Operation(summary = "Refund part of a payment, or all of it, to its payer")
    @PostMapping("/payments/{id}/refunds")
    ResponseEntity<byte[]> refund(
            @PathVariable String id,
            @Valid @RequestBody RefundBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new RefundPayment(
                        id,
                        Identifiers.given(body.id()),
                        body.amount().toMoney(),
                        body.reason(),
                        body.refundedOn()));
    }

    @Operation(
            summary = "Reverse a payment that was booked wrongly; both facts stay visible",
            description =
                    "It counts as never received. Refused if part of it was refunded: that"
                            + " money cannot have come from a payment that never came.")
    @PostMapping("/payments/{id}/reversal")
    ResponseEntity<byte[]> reverse(
            @PathVariable String id,
            @Valid @RequestBody ReversalBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request), body, new ReversePayment(id, body.reason()));
    }

    @Schema(name = "PaymentReversalBody")
    record ReversalBody(@NotNull @FreeText(max = 500) String reason) {}

    record RefundBody(
            @NotNull @Valid Amount amount,
            @NotNull @FreeText(max = 500) String reason,
            @Nullable @Identifier String id,
            @Nullable @PlausibleDay LocalDate refundedOn) {}
}
