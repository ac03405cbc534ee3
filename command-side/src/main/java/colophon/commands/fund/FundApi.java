package colophon.commands.fund;

import colophon.api.request.Amount;
import colophon.api.request.FreeText;
import colophon.api.request.Identifier;
import colophon.api.request.Identifiers;
import colophon.api.request.PlausibleDay;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.events.fund.Coverage;
import colophon.events.fund.FundedBy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import java.util.Set;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Funds")
class FundApi {

    private final CommandGateway gateway;

    FundApi(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Operation(
            summary = "Establish a fund with a budget; it covers tuition unless it says otherwise")
    @PostMapping("/funds")
    ResponseEntity<byte[]> establish(
            @Valid @RequestBody FundBody body, HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new EstablishFund(
                        Identifiers.given(body.id()),
                        body.institutionId(),
                        body.name(),
                        body.sponsor(),
                        body.budget().toMoney(),
                        body.fundedBy(),
                        body.covers() == null
                                ? Set.of(Coverage.TUITION)
                                : Set.copyOf(body.covers()),
                        body.opensOn(),
                        body.closesOn(),
                        body.activeAwardsPerStudent(),
                        body.activeAwardsPerInstitution()));
    }

    @Operation(summary = "Add to the budget of a fund")
    @PostMapping("/funds/{id}/contributions")
    ResponseEntity<byte[]> contribute(
            @PathVariable String id,
            @Valid @RequestBody ContributionBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new RecordContribution(id, body.amount().toMoney()));
    }

    record FundBody(
            @NotNull @Identifier String institutionId,
            @NotNull @FreeText String name,
            @NotNull @Valid Amount budget,
            @NotNull FundedBy fundedBy,
            @Nullable @Identifier String id,
            @Nullable @FreeText String sponsor,
            @Nullable @Size(min = 1, max = 4) List<@NotNull Coverage> covers,
            @Nullable @PlausibleDay LocalDate opensOn,
            @Nullable @PlausibleDay LocalDate closesOn,
            @Nullable @Min(1) @Max(1000) Integer activeAwardsPerStudent,
            @Nullable @Min(1) @Max(1000) Integer activeAwardsPerInstitution) {}

    record ContributionBody(@NotNull @Valid Amount amount) {}
}
