package colophon.commands.billing;

import colophon.api.request.Amount;
import colophon.api.request.FieldsAgree;
import colophon.api.request.FreeText;
import colophon.api.request.Identifier;
import colophon.api.request.Identifiers;
import colophon.api.request.PlausibleDay;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.events.account.ChargeKind;
import colophon.events.account.Instalment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
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

import java.time.LocalDate;
import java.util.List;

/** The account is in the path because ids of charges, plans and locks are unique per account. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Accounts")
class BillingApi {

    private static final String ACCOUNT = "/students/{studentId}/accounts/{institutionId}";

    private final CommandGateway gateway;

    BillingApi(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Operation(
            summary = "Bill a fee or a late fee",
            description =
                    "Enrolling charges tuition and deposits. A fee is due on the day it is charged"
                            + " unless dueOn says otherwise. No award ever pays a late fee.")
    @PostMapping("/charges")
    ResponseEntity<byte[]> charge(@Valid @RequestBody ChargeBody body, HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new PostCharge(
                        body.studentId(),
                        body.institutionId(),
                        Identifiers.given(body.id()),
                        body.kind().equals("fee") ? ChargeKind.FEE : ChargeKind.LATE_FEE,
                        body.amount().toMoney(),
                        body.description(),
                        body.enrollmentId(),
                        body.chargedOn(),
                        body.dueOn()));
    }

    @Operation(
            summary = "Reverse a charge, or a part of it, that should not have been billed",
            description = "Of any kind; all that is left of it unless amount says less.")
    @PostMapping(ACCOUNT + "/charges/{chargeId}/reversal")
    ResponseEntity<byte[]> reverse(
            @PathVariable String studentId,
            @PathVariable String institutionId,
            @PathVariable String chargeId,
            @Valid @RequestBody LessBody body,
            HttpServletRequest request) {
        var amount = Amount.toMoney(body.amount());
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new ReduceCharge(studentId, institutionId, chargeId, amount, false, body.reason()));
    }

    @Operation(
            summary = "Write off a charge, or a part of it, that will not be paid",
            description = "Of any kind; all that is left of it unless amount says less.")
    @PostMapping(ACCOUNT + "/charges/{chargeId}/write-off")
    ResponseEntity<byte[]> writeOff(
            @PathVariable String studentId,
            @PathVariable String institutionId,
            @PathVariable String chargeId,
            @Valid @RequestBody LessBody body,
            HttpServletRequest request) {
        var amount = Amount.toMoney(body.amount());
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new ReduceCharge(studentId, institutionId, chargeId, amount, true, body.reason()));
    }

    @Operation(
            summary = "Agree that what is owed is due in instalments",
            description =
                    "In order of dueOn, from today on; they add up to what is owed. They replace"
                            + " the due days of the charges posted so far.")
    @PostMapping(ACCOUNT + "/plans")
    ResponseEntity<byte[]> agree(
            @PathVariable String studentId,
            @PathVariable String institutionId,
            @Valid @RequestBody PlanBody body,
            HttpServletRequest request) {
        var instalments =
                body.instalments().stream()
                        .map(part -> new Instalment(part.dueOn(), part.amount().toMoney()))
                        .toList();
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new AgreePlan(studentId, institutionId, Identifiers.given(body.id()), instalments));
    }

    @Operation(summary = "End a payment plan: charges are due on their own days again")
    @PostMapping(ACCOUNT + "/plans/{planId}/end")
    ResponseEntity<byte[]> end(
            @PathVariable String studentId,
            @PathVariable String institutionId,
            @PathVariable String planId,
            @Valid @RequestBody ReasonBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new EndPlan(studentId, institutionId, planId, body.reason()));
    }

    @Operation(summary = "Lock an allocation: this award or payment pays this charge first")
    @PostMapping(ACCOUNT + "/locks")
    ResponseEntity<byte[]> lock(
            @PathVariable String studentId,
            @PathVariable String institutionId,
            @Valid @RequestBody LockBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new LockAllocation(
                        studentId,
                        institutionId,
                        Identifiers.given(body.id()),
                        body.awardId(),
                        body.paymentId(),
                        body.chargeId(),
                        body.amount().toMoney(),
                        body.reason()));
    }

    @Operation(summary = "Unlock an allocation: the usual order decides again")
    @PostMapping(ACCOUNT + "/locks/{lockId}/removal")
    ResponseEntity<byte[]> unlock(
            @PathVariable String studentId,
            @PathVariable String institutionId,
            @PathVariable String lockId,
            @Valid @RequestBody ReasonBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new UnlockAllocation(studentId, institutionId, lockId, body.reason()));
    }

    record ChargeBody(
            @NotNull @Identifier String studentId,
            @NotNull @Identifier String institutionId,
            @NotNull @Valid Amount amount,
            @NotNull @Pattern(regexp = "fee|late-fee", message = "must be fee or late-fee")
                    String kind,
            @NotNull @FreeText String description,
            @Nullable @Identifier String id,
            @Nullable @Identifier String enrollmentId,
            @Nullable @PlausibleDay LocalDate chargedOn,
            @Nullable @PlausibleDay LocalDate dueOn) {}

    record LessBody(@NotNull @FreeText(max = 500) String reason, @Nullable @Valid Amount amount) {}

    record PlanBody(
            @NotNull @Size(min = 1, max = 60) List<@NotNull @Valid InstalmentBody> instalments,
            @Nullable @Identifier String id) {}

    record InstalmentBody(@NotNull @PlausibleDay LocalDate dueOn, @NotNull @Valid Amount amount) {}

    @FieldsAgree
    record LockBody(
            @NotNull @FreeText(max = 200) String chargeId,
            @NotNull @Valid Amount amount,
            @NotNull @FreeText(max = 500) String reason,
            @Nullable @Identifier String awardId,
            @Nullable @Identifier String paymentId,
            @Nullable @Identifier String id)
            implements FieldsAgree.Body {

        @Override
        public @Nullable String disagreement() {
            return (awardId == null) != (paymentId == null)
                    ? null
                    : "give either awardId or paymentId";
        }
    }

    @Schema(name = "BillingReasonBody")
    record ReasonBody(@NotNull @FreeText(max = 500) String reason) {}
}
