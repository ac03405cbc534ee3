package colophon.views.forecast;

import colophon.events.money.Money;
import colophon.events.progress.RequirementProgress.Missing;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * Answers: what would it take to finish this certificate, or these together?
 *
 * @param certificateId the certificate, null if there are several
 * @param certificateIds all certificates, null if there is only one
 * @param title of the certificate, null if there are several
 * @param requirementVersion of the certificate, null if there are several
 * @param day the day it was asked for, at the institution
 * @param met true if nothing is missing once everything underway is passed
 * @param missing what neither completions nor enrollments underway fulfil
 * @param underway ids of the enrollments that are assumed to be passed on their last day
 * @param cheapest the scheduled offerings that finish it for the least money
 * @param soonest the scheduled offerings that finish it first
 * @param leaving completions that will stop counting, the earliest first
 * @param awards awards that the student does not hold yet and that could pay a part of it
 * @param assumptions what the forecast assumes, in words
 */
record Forecast(
        String studentId,
        @Nullable String certificateId,
        @Nullable List<String> certificateIds,
        @Nullable String title,
        String institutionId,
        @Nullable Integer requirementVersion,
        LocalDate day,
        Currency currency,
        boolean met,
        List<Missing> missing,
        List<String> underway,
        Path cheapest,
        Path soonest,
        List<ExpiringCompletion> leaving,
        List<PossibleAward> awards,
        List<String> assumptions) {

    /**
     * One way to finish.
     *
     * @param scheduled true if scheduled offerings are enough; else {@code unscheduled} is an
     *     estimate of the rest and no day can be given
     * @param offerings in the order in which they begin
     * @param unscheduled the price of what is needed beyond them, null if it is unknown
     * @param tuition the sum, including {@code unscheduled}; null if that is null
     * @param awardsApplied what the student's awards would pay of the offerings
     * @param total what is left for the student to pay; null if tuition is
     * @param finishesOn last day of the last offering, null if not all is scheduled
     * @param proved false if there were too many combinations to try them all
     */
    record Path(
            boolean scheduled,
            List<Step> offerings,
            List<Missing> missing,
            @Nullable Money unscheduled,
            @Nullable Money tuition,
            Money awardsApplied,
            List<AcceptedAward> awards,
            @Nullable Money total,
            @Nullable LocalDate finishesOn,
            boolean proved) {}

    /** An offering to enroll in; {@code awardsApplied} is what the student's awards pay of it. */
    record Step(
            String offeringId,
            String courseId,
            @Nullable String courseTitle,
            LocalDate startsOn,
            LocalDate endsOn,
            Money tuition,
            int seatsOpen,
            Money awardsApplied) {}

    /** What an award that the student holds would pay. */
    record AcceptedAward(String awardId, String fundId, Money amount) {}

    /**
     * A completion, and the last day (inclusive) on which it counts if the certificate is not
     * finished before.
     */
    record ExpiringCompletion(
            String courseId, String id, LocalDate completedOn, LocalDate countsUntil) {}

    /**
     * An award that the student could apply for.
     *
     * @param upTo the most it could pay of the cheapest way; a student is shown this without regard
     *     to the money left in the fund
     * @param available the money left in the fund; null unless the viewer works for its institution
     * @param until last day, inclusive, on which the fund gives awards, or null
     */
    record PossibleAward(
            String fundId,
            String name,
            Money upTo,
            @Nullable Money available,
            @Nullable LocalDate until) {}
}
