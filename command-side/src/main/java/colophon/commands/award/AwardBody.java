package colophon.commands.award;

import colophon.api.request.Amount;
import colophon.api.request.FieldsAgree;
import colophon.api.request.Identifier;
import colophon.api.request.Identifiers;
import colophon.api.request.PlausibleDay;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** The body of a request to make an award. */
@FieldsAgree
public record AwardBody(
        @NotNull @Identifier String fundId,
        @NotNull @Identifier String studentId,
        @Nullable @Identifier String id,
        @Nullable @Identifier String enrollmentId,
        @Nullable @Valid Amount amount,
        @Nullable @Min(1) @Max(1) Integer courses,
        @Nullable @Valid Amount upTo,
        @Nullable @Pattern(regexp = "offered|accepted", message = "must be offered or accepted")
                String status,
        @Nullable @PlausibleDay LocalDate expiresOn)
        implements FieldsAgree.Body {

    @Override
    public @Nullable String disagreement() {
        return (courses == null ? amount != null && upTo == null : amount == null)
                ? null
                : "give either amount, or courses: 1 (upTo goes with courses only)";
    }

    /** The command; the award is accepted unless the status says that it is only offered. */
    public OfferAward toCommand() {
        return new OfferAward(
                Identifiers.given(id),
                fundId,
                studentId,
                enrollmentId,
                Amount.toMoney(amount),
                Amount.toMoney(upTo),
                !"offered".equals(status),
                expiresOn);
    }
}
