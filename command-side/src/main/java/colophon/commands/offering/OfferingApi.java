package colophon.commands.offering;

import colophon.commands.desk.CommandGate;
import colophon.commands.desk.CommandRequest;
import colophon.commands.request.Amount;
import colophon.commands.request.Day;
import colophon.commands.request.Identifier;
import colophon.commands.request.Ids;
import colophon.commands.request.Words;
import colophon.events.offering.Delivery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.Objects;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Offerings")
class OfferingApi {

    private final CommandGate gate;

    OfferingApi(CommandGate gate) {
        this.gate = gate;
    }

    @Operation(summary = "Schedule an offering of a course: dates, seats, tuition")
    @PostMapping("/offerings")
    ResponseEntity<byte[]> schedule(
            @Valid @RequestBody OfferingBody body, HttpServletRequest request) {
        return gate.answer(
                CommandRequest.of(request),
                body,
                new ScheduleOffering(
                        Ids.given(body.id()),
                        body.courseId(),
                        body.startsOn(),
                        body.endsOn(),
                        body.capacity(),
                        body.tuition().toMoney(),
                        Objects.requireNonNullElse(body.delivery(), Delivery.IN_PERSON),
                        body.place(),
                        body.dueOn()));
    }

    record OfferingBody(
            @NotNull @Identifier String courseId,
            @NotNull @Day LocalDate startsOn,
            @NotNull @Day LocalDate endsOn,
            @NotNull @Min(1) @Max(10_000) Integer capacity,
            @NotNull @Valid Amount tuition,
            @Nullable @Identifier String id,
            @Nullable Delivery delivery,
            @Nullable @Words String place,
            @Nullable @Day LocalDate dueOn) {}
}
