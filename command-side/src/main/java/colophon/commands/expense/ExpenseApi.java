package colophon.commands.expense;

import colophon.api.request.Amount;
import colophon.api.request.FreeText;
import colophon.api.request.Identifier;
import colophon.api.request.Identifiers;
import colophon.api.request.PlausibleDay;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.events.expense.ExpenseCategory;

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
@Tag(name = "Expenses")
class ExpenseApi {

    private final CommandGateway gateway;

    ExpenseApi(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Operation(summary = "Record what a student spent with third parties; it is never billed")
    @PostMapping("/expenses")
    ResponseEntity<byte[]> record(
            @Valid @RequestBody ExpenseBody body, HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new RecordExpense(
                        Identifiers.given(body.id()),
                        body.studentId(),
                        body.institutionId(),
                        body.amount().toMoney(),
                        body.category(),
                        body.offeringId(),
                        body.incurredOn()));
    }

    @Operation(summary = "Reverse an expense that was recorded wrongly; both facts stay visible")
    @PostMapping("/expenses/{id}/reversal")
    ResponseEntity<byte[]> reverse(
            @PathVariable String id,
            @Valid @RequestBody ReversalBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request), body, new ReverseExpense(id, body.reason()));
    }

    @Schema(name = "ExpenseReversalBody")
    record ReversalBody(@NotNull @FreeText(max = 500) String reason) {}

    record ExpenseBody(
            @NotNull @Identifier String studentId,
            @NotNull @Identifier String institutionId,
            @NotNull @Valid Amount amount,
            @NotNull ExpenseCategory category,
            @Nullable @Identifier String id,
            @Nullable @Identifier String offeringId,
            @Nullable @PlausibleDay LocalDate incurredOn) {}
}
