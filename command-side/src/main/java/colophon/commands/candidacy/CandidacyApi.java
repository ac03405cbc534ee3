package colophon.commands.candidacy;

import colophon.api.request.FreeText;
import colophon.api.request.Identifier;
import colophon.api.request.PlausibleDay;
import colophon.commands.credential.ConferCertificate;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.student.GrantLeave;
import colophon.commands.student.MoveCandidacy;
import colophon.commands.student.ReinstateCandidacy;

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
@RequestMapping("/api/v1/students/{id}/candidacies/{certificateId}")
@Tag(name = "Candidacies")
class CandidacyApi {

    private final CommandGateway gateway;

    CandidacyApi(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Operation(summary = "Move a candidacy to another requirement version or pathway")
    @PostMapping("/move")
    ResponseEntity<byte[]> move(
            @PathVariable String id,
            @PathVariable String certificateId,
            @Valid @RequestBody MoveBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new MoveCandidacy(
                        id,
                        certificateId,
                        body.requirementVersion(),
                        body.pathway(),
                        body.reason()));
    }

    @Operation(summary = "Grant leave: the clock of the candidacy stops, both days included")
    @PostMapping("/leave")
    ResponseEntity<byte[]> leave(
            @PathVariable String id,
            @PathVariable String certificateId,
            @Valid @RequestBody LeaveBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new GrantLeave(id, certificateId, body.from(), body.until(), body.reason()));
    }

    @Operation(summary = "Reinstate a lapsed candidacy; its clock starts again")
    @PostMapping("/reinstatement")
    ResponseEntity<byte[]> reinstate(
            @PathVariable String id,
            @PathVariable String certificateId,
            @Valid @RequestBody ReinstatementBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new ReinstateCandidacy(id, certificateId, body.reason(), body.reinstatedOn()));
    }

    @Operation(summary = "Confer a certificate that needs approval")
    @PostMapping("/conferral")
    ResponseEntity<byte[]> confer(
            @PathVariable String id,
            @PathVariable String certificateId,
            @Valid @RequestBody ConferralBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new ConferCertificate(id, certificateId, body.conferredOn()));
    }

    @Schema(name = "CandidacyMoveBody")
    record MoveBody(
            @NotNull Integer requirementVersion,
            @NotNull @FreeText(max = 500) String reason,
            @Nullable @Identifier String pathway) {}

    record LeaveBody(
            @NotNull @PlausibleDay LocalDate from,
            @NotNull @PlausibleDay LocalDate until,
            @NotNull @FreeText(max = 500) String reason) {}

    record ReinstatementBody(
            @NotNull @FreeText(max = 500) String reason,
            @Nullable @PlausibleDay LocalDate reinstatedOn) {}

    record ConferralBody(@Nullable @PlausibleDay LocalDate conferredOn) {}
}
