package colophon.views.explanation;

import static java.util.stream.Collectors.joining;

import colophon.events.account.AppliedTier;
import colophon.events.account.ChargeReversed;
import colophon.events.award.AwardAccepted;
import colophon.events.fund.Coverage;
import colophon.events.money.Money;
import colophon.views.figures.FigureLine;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * One contribution to a figure.
 *
 * @param position commit of the event it comes from; null if it is only projected
 * @param kind one of those of {@link FigureLine}
 * @param amount with the sign with which it counts
 * @param on the business date of the event
 * @param reason the stated reason, or what a fee is for, or null
 * @param tier the tier of the refund policy that gave a charge back; null for other lines
 * @param clause the terms by which an award pays; null for other lines
 */
@Schema(name = "ExplanationLine")
record ExplanationLine(
        @Nullable Long position,
        String kind,
        Money amount,
        @Nullable String who,
        @Nullable Instant recordedAt,
        @Nullable LocalDate on,
        @Nullable String reason,
        @Nullable AppliedTier tier,
        @Nullable String clause,
        Map<String, String> ids) {

    /** Sorts the ids, so that the same answer has the same bytes in every process. */
    ExplanationLine {
        ids = Collections.unmodifiableMap(new TreeMap<>(ids));
    }

    /** A line of a figure, as it is shown. */
    static ExplanationLine of(FigureLine line) {
        var fact = line.fact();
        return new ExplanationLine(
                fact == null ? null : fact.position(),
                line.kind(),
                line.amount(),
                fact == null ? null : fact.who(),
                fact == null ? null : fact.recordedAt(),
                line.on(),
                line.reason(),
                fact != null && fact.event() instanceof ChargeReversed e ? e.tier() : null,
                fact != null && fact.event() instanceof AwardAccepted e ? clause(e) : null,
                line.ids());
    }

    private static String clause(AwardAccepted award) {
        var terms = new StringJoiner(", ");
        terms.add(
                award.covers().stream()
                        .map(Coverage::toString)
                        .sorted()
                        .collect(joining(" and ", "covers ", "")));
        if (award.oneCourse()) terms.add("for one course");
        if (award.enrollmentId() != null) terms.add("only for enrollment " + award.enrollmentId());
        if (award.expiresOn() != null) terms.add("until " + award.expiresOn());
        return terms.toString();
    }
}
