package colophon.views.forecast;

import colophon.events.money.Money;
import colophon.events.progress.Progress.Missing;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * Answers: what would it take to finish this certificate?
 *
 * @param day the day it was asked for, at the institution
 * @param met true if nothing is missing once everything underway is passed
 * @param missing what is missing beyond completions and what is underway
 * @param underway ids of the enrollments that are reckoned as passed on their last day
 * @param cheapest the scheduled offerings that finish it for the least money
 * @param soonest those that finish it first
 * @param leaving completions that stop counting, the first to go first
 * @param awards money that could pay a part of it and that the student does not hold yet
 * @param assumptions what all of this takes for granted, in words
 */
record Forecast(
        String studentId,
        String certificateId,
        String title,
        String institutionId,
        int requirementVersion,
        LocalDate day,
        Currency currency,
        boolean met,
        List<Missing> missing,
        List<String> underway,
        Path cheapest,
        Path soonest,
        List<Leaving> leaving,
        List<PossibleAward> awards,
        List<String> assumptions) {

    /**
     * One way to finish.
     *
     * @param scheduled true if scheduled offerings are enough; else {@code unscheduled} is an
     *     estimate of the rest and no day can be given
     * @param offerings in the order in which they begin
     * @param unscheduled the price of what is needed beyond them, null if nobody knows one
     * @param tuition all of it, {@code unscheduled} included; null if that is
     * @param awardsApplied what awards the student holds would pay of the offerings
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
            List<Held> awards,
            @Nullable Money total,
            @Nullable LocalDate finishesOn,
            boolean proved) {}

    /** An offering to enter; {@code awardsApplied} is what awards the student holds pay of it. */
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
    record Held(String awardId, String fundId, Money amount) {}

    /** A completion and the last day, inclusive, on which it counts while the rest is missing. */
    record Leaving(String courseId, String id, LocalDate completedOn, LocalDate countsUntil) {}

    /**
     * An award the student could ask for.
     *
     * @param upTo the most it could pay of the cheapest way; to the student, whatever the fund has
     * @param available what the fund has, for those who work for its institution; null for others
     * @param until last day, inclusive, on which the fund gives awards, or null
     */
    record PossibleAward(
            String fundId,
            String name,
            Money upTo,
            @Nullable Money available,
            @Nullable LocalDate until) {}
}
