package colophon.commands.student;

import colophon.api.access.CurrentActor;
import colophon.api.request.FreeText;
import colophon.commands.erasure.ConfirmErasure;
import colophon.commands.erasure.ErasureExecution;
import colophon.commands.erasure.RequestErasure;
import colophon.commands.erasure.WithdrawErasure;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Students")
class ErasureApi {

    private final CommandGateway gateway;
    private final CurrentActor actor;
    private final ErasureExecution erasures;

    ErasureApi(CommandGateway gateway, CurrentActor actor, ErasureExecution erasures) {
        this.gateway = gateway;
        this.actor = actor;
        this.erasures = erasures;
    }

    @Operation(
            summary =
                    "Request the erasure of a student's names; nothing happens until another"
                            + " administrator confirms")
    @PostMapping("/students/{id}/erasure")
    ResponseEntity<byte[]> ask(
            @PathVariable String id,
            @Valid @RequestBody ReasonBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new RequestErasure(id, body.reason(), actor.current().id()));
    }

    /** The confirmation is in the log; if carrying it out fails now, it is retried. */
    @Operation(
            summary =
                    "Confirm an erasure that another administrator requested; it cannot be undone")
    @PostMapping("/students/{id}/erasure/confirmation")
    ResponseEntity<byte[]> confirm(@PathVariable String id, HttpServletRequest request) {
        var answer =
                gateway.answer(
                        CommandRequest.of(request),
                        "",
                        new ConfirmErasure(id, actor.current().id()));
        if (answer.getStatusCode().is2xxSuccessful()) erasures.carryOut(id);
        return answer;
    }

    @Operation(summary = "Withdraw a request to erase that is not confirmed yet")
    @PostMapping("/students/{id}/erasure/withdrawal")
    ResponseEntity<byte[]> withdraw(
            @PathVariable String id,
            @Valid @RequestBody ReasonBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request), body, new WithdrawErasure(id, body.reason()));
    }

    @Schema(name = "ErasureReasonBody")
    record ReasonBody(@NotNull @FreeText(max = 500) String reason) {}
}
