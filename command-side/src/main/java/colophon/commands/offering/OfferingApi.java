package colophon.commands.offering;

import colophon.api.request.Amount;
import colophon.api.request.FreeText;
import colophon.api.request.Identifier;
import colophon.api.request.Identifiers;
import colophon.api.request.PlausibleDay;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.Waitlist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Offerings")
class OfferingApi {

    private final CommandGateway gateway;

    OfferingApi(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Operation(summary = "Schedule an offering of a course: dates, seats, tuition")
    @PostMapping("/offerings")
    ResponseEntity<byte[]> schedule(
            @Valid @RequestBody OfferingBody body, HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new ScheduleOffering(
                        Identifiers.given(body.id()),
                        body.courseId(),
                        body.startsOn(),
                        body.endsOn(),
                        body.capacity(),
                        body.tuition().toMoney(),
                        Objects.requireNonNullElse(body.delivery(), Delivery.IN_PERSON),
                        body.place(),
                        body.dueOn(),
                        Amount.toMoney(body.deposit()),
                        body.depositDueOn(),
                        Objects.requireNonNullElse(body.admission(), Admission.OPEN),
                        body.waitlist(),
                        Objects.requireNonNullElse(
                                body.confirmWithin(), ScheduleOffering.TWO_WEEKS),
                        RefundPolicyBody.toPolicy(body.refundPolicy())));
    }

    @Operation(
            summary = "Revise the refund policy of an offering",
            description = "New enrollments fall under it from now on; existing ones keep theirs.")
    @PutMapping("/offerings/{id}/refund-policy")
    ResponseEntity<byte[]> revise(
            @PathVariable String id,
            @Valid @RequestBody RevisionBody body,
            HttpServletRequest request) {
        return gateway.answer(
                CommandRequest.of(request),
                body,
                new ReviseRefundPolicy(id, body.refundPolicy().toPolicy(), body.reason()));
    }

    record OfferingBody(
            @NotNull @Identifier String courseId,
            @NotNull @PlausibleDay LocalDate startsOn,
            @NotNull @PlausibleDay LocalDate endsOn,
            @NotNull @Min(1) @Max(10_000) Integer capacity,
            @NotNull @Valid Amount tuition,
            @Nullable @Identifier String id,
            @Nullable Delivery delivery,
            @Nullable @FreeText String place,
            @Nullable @PlausibleDay LocalDate dueOn,
            @Nullable @Valid Amount deposit,
            @Nullable @PlausibleDay LocalDate depositDueOn,
            @Nullable Admission admission,
            @Nullable Waitlist waitlist,
            @Nullable @HoldingBody Period confirmWithin,
            @Nullable @Valid RefundPolicyBody refundPolicy) {}

    record RevisionBody(
            @NotNull @Valid RefundPolicyBody refundPolicy,
            @NotNull @FreeText(max = 500) String reason) {}

    /** A period for which a seat may be held: 0 days to a year. Null is valid. */
    @Constraint(validatedBy = HoldingCheck.class)
    @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface HoldingBody {

        String message() default "must be a period of days, at most a year, such as P14D";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    static final class HoldingCheck implements ConstraintValidator<HoldingBody, @Nullable Period> {

        @Override
        public boolean isValid(@Nullable Period period, ConstraintValidatorContext context) {
            return period == null
                    || (period.toTotalMonths() == 0
                            && period.getDays() >= 0
                            && period.getDays() <= 366);
        }
    }
}
