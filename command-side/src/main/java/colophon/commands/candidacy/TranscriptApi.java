package colophon.commands.candidacy;

import colophon.api.request.FreeText;
import colophon.api.request.Identifier;
import colophon.api.request.Identifiers;
import colophon.api.request.PlausibleDay;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.transcript.ShareCredit;
import colophon.commands.transcript.SubstituteCourse;
import colophon.commands.transcript.TransferCredit;
import colophon.commands.transcript.WaiveRequirement;
import colophon.commands.transcript.WithdrawTranscriptEntry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.time.LocalDate;

@RestController
@RequestMapping("/api/v1/students/{id}/transcript")
@Tag(name = "Transcripts")
class TranscriptApi {

    private final CommandGateway gateway;

    TranscriptApi(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Operation(summary = "Transfer credit: a course taken elsewhere counts as a course here")
    @PostMapping("/credits")
    ResponseEntity<byte[]> transfer(
            @PathVariable String id,
            @Valid @RequestBody CreditBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new TransferCredit(
                        Identifiers.given(body.id()),
                        id,
                        body.courseId(),
                        body.units(),
                        body.grade(),
                        body.completedOn(),
                        body.source(),
                        body.reason()));
    }

    @Operation(
            summary = "Waive a node of a requirement, in full or in part",
            description = "node is a JSON pointer as in missing[] of the status.")
    @PostMapping("/waivers")
    ResponseEntity<byte[]> waive(
            @PathVariable String id,
            @Valid @RequestBody WaiverBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new WaiveRequirement(
                        Identifiers.given(body.id()),
                        id,
                        body.certificateId(),
                        body.node(),
                        body.count(),
                        body.reason()));
    }

    @Operation(summary = "Substitute a course: it counts as another toward a certificate")
    @PostMapping("/substitutions")
    ResponseEntity<byte[]> substitute(
            @PathVariable String id,
            @Valid @RequestBody SubstitutionBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new SubstituteCourse(
                        Identifiers.given(body.id()),
                        id,
                        body.certificateId(),
                        body.courseId(),
                        body.byCourseId(),
                        body.reason()));
    }

    @Operation(summary = "Record that a completion or credit also counts toward a degree")
    @PostMapping("/sharings")
    ResponseEntity<byte[]> share(
            @PathVariable String id,
            @Valid @RequestBody SharingBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new ShareCredit(
                        Identifiers.given(body.id()),
                        id,
                        body.creditId(),
                        body.degree(),
                        body.reason()));
    }

    @Operation(summary = "Withdraw a credit, waiver, substitution or sharing; it stays visible")
    @PostMapping("/{entryId}/withdrawal")
    ResponseEntity<byte[]> withdraw(
            @PathVariable String id,
            @PathVariable String entryId,
            @Valid @RequestBody WithdrawalBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new WithdrawTranscriptEntry(id, entryId, body.reason()));
    }

    record CreditBody(
            @NotNull @Identifier String courseId,
            @NotNull @FreeText String source,
            @NotNull @FreeText(max = 500) String reason,
            @Nullable @Identifier String id,
            @Nullable @DecimalMin(value = "0", inclusive = false) @Digits(integer = 3, fraction = 2)
                    BigDecimal units,
            @Nullable @FreeText(max = 20) String grade,
            @Nullable @PlausibleDay LocalDate completedOn) {}

    record WaiverBody(
            @NotNull @Identifier String certificateId,
            @NotNull @Pattern(regexp = "(/[A-Za-z0-9]{1,10}){1,20}") String node,
            @NotNull @FreeText(max = 500) String reason,
            @Nullable @Identifier String id,
            @Nullable @DecimalMin(value = "0", inclusive = false) @Digits(integer = 4, fraction = 2)
                    BigDecimal count) {}

    record SubstitutionBody(
            @NotNull @Identifier String certificateId,
            @NotNull @Identifier String courseId,
            @NotNull @Identifier String byCourseId,
            @NotNull @FreeText(max = 500) String reason,
            @Nullable @Identifier String id) {}

    record SharingBody(
            @NotNull @Identifier String creditId,
            @NotNull @FreeText String degree,
            @NotNull @FreeText(max = 500) String reason,
            @Nullable @Identifier String id) {}

    @Schema(name = "TranscriptWithdrawalBody")
    record WithdrawalBody(@NotNull @FreeText(max = 500) String reason) {}
}
