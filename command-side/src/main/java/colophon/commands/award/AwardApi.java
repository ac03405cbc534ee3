package colophon.commands.award;

import colophon.api.request.Amount;
import colophon.api.request.FreeText;
import colophon.api.request.Identifier;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.hibernate.validator.constraints.UniqueElements;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Awards")
class AwardApi {

    private final CommandGateway gateway;

    AwardApi(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Operation(
            summary = "Make an award from a fund: an amount, or one course",
            description =
                    "Give amount, or courses: 1 with upTo, the most that course may cost (by"
                        + " default the dearest tuition among the offerings that have not ended)."
                        + " Accepted at once unless status is offered.")
    @PostMapping("/awards")
    ResponseEntity<byte[]> make(@Valid @RequestBody AwardBody body, HttpServletRequest request) {
        return gateway.answer(CommandRequest.of(request), body, body.toCommand());
    }

    @Operation(summary = "Accept an offered award")
    @PostMapping("/awards/{id}/acceptance")
    ResponseEntity<byte[]> accept(@PathVariable String id, HttpServletRequest request) {
        return gateway.answer(CommandRequest.of(request), "", new AcceptAward(id));
    }

    @Operation(summary = "Release an award: the student gives it back, the fund gets the money")
    @PostMapping("/awards/{id}/release")
    ResponseEntity<byte[]> release(
            @PathVariable String id, @Valid @RequestBody EndBody body, HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request), body, new EndAward(id, false, body.reason()));
    }

    @Operation(summary = "Revoke an award: the program takes it back, the fund gets the money")
    @PostMapping("/awards/{id}/revocation")
    ResponseEntity<byte[]> revoke(
            @PathVariable String id, @Valid @RequestBody EndBody body, HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request), body, new EndAward(id, true, body.reason()));
    }

    @Operation(summary = "Reduce an award: it pays at most this, and the fund gets the rest")
    @PostMapping("/awards/{id}/reduction")
    ResponseEntity<byte[]> reduce(
            @PathVariable String id,
            @Valid @RequestBody ReductionBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new ReduceAward(id, body.amount().toMoney(), body.reason()));
    }

    @Operation(
            summary = "Rank the students who are offered the same when this award ends unused",
            description = "Best first. It replaces any earlier ranking; an empty list removes it.")
    @PutMapping("/awards/{id}/alternates")
    ResponseEntity<byte[]> rank(
            @PathVariable String id,
            @Valid @RequestBody AlternatesBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request), body, new RankAlternates(id, body.studentIds()));
    }

    @Operation(
            summary = "Return what the fund's awards have not used by their last day",
            description =
                    "Offers that were not accepted are released; accepted awards keep what they"
                            + " have paid. The server does this itself from time to time. At most"
                            + " 100 awards at once; more is true if others are left.")
    @PostMapping("/funds/{id}/expiries")
    ResponseEntity<byte[]> expire(@PathVariable String id, HttpServletRequest request) {
        return gateway.answer(CommandRequest.of(request), "", new ExpireAwards(id));
    }

    record ReductionBody(
            @NotNull @Valid Amount amount, @NotNull @FreeText(max = 500) String reason) {}

    record AlternatesBody(
            @NotNull @Size(max = 50) @UniqueElements
                    List<@NotNull @Identifier String> studentIds) {}

    record EndBody(@NotNull @FreeText(max = 500) String reason) {}
}
