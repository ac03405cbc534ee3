package colophon.views.offering;

import colophon.api.paging.Items;
import colophon.api.paging.Paging;
import colophon.api.problem.RequestProblem;
import colophon.events.money.Money;
import colophon.events.offering.Admission;
import colophon.events.offering.Delivery;
import colophon.events.offering.Waitlist;
import colophon.events.refund.RefundPolicy;
import colophon.views.catalog.Course;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.past.SupportsTimeTravel;
import colophon.views.reading.past.TimeTravelSubject;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.time.Period;
import java.util.function.Predicate;

/** Shows offerings and their free seats. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Offerings")
class OfferingsApi {

    /** An offering with its seats. */
    record OfferingAnswer(
            String id,
            String courseId,
            @Nullable String courseTitle,
            String programId,
            String institutionId,
            LocalDate startsOn,
            LocalDate endsOn,
            int capacity,
            int seatsTaken,
            int seatsOpen,
            Money tuition,
            Delivery delivery,
            @Nullable String place,
            @Nullable LocalDate dueOn,
            @Nullable Money deposit,
            @Nullable LocalDate depositDueOn,
            Admission admission,
            @Nullable Waitlist waitlist,
            Period confirmWithin,
            @Nullable RefundPolicy refundPolicy,
            int seatsHeld,
            int waiting,
            String status,
            @Nullable LocalDate cancelledOn,
            @Nullable String cancellationReason) {}

    @GetMapping("/offerings")
    @Operation(summary = "Offerings, by first day, then id")
    @ApiResponse(responseCode = "200", description = "One page of offerings")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    Items<OfferingAnswer> offerings(
            @Parameter(hidden = true) ViewSnapshot views,
            @RequestParam(required = false) @Nullable String courseId,
            @RequestParam(required = false) @Nullable String programId,
            @RequestParam(required = false) @Nullable String institutionId,
            @Parameter(description = "Earliest first day, inclusive")
                    @RequestParam(required = false)
                    @Nullable LocalDate from,
            @Parameter(description = "Latest first day, inclusive") @RequestParam(required = false)
                    @Nullable LocalDate to,
            @Parameter(
                            description =
                                    "Year and season of the first day, such as 2026-summer: spring"
                                            + " (January to May), summer (June to August), fall")
                    @RequestParam(required = false)
                    @Nullable String term,
            @Parameter(description = "Only offerings in which a new student may have a seat")
                    @RequestParam(defaultValue = "false")
                    boolean openSeats,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var within = within(term);
        var first = within == null ? from : later(from, within.firstDay());
        Predicate<Offering> wanted =
                offering ->
                        (courseId == null || offering.courseId().equals(courseId))
                                && (programId == null || offering.programId().equals(programId))
                                && (institutionId == null
                                        || offering.institutionId().equals(institutionId))
                                && (to == null || !offering.startsOn().isAfter(to))
                                && (within == null || within.contains(offering.startsOn()))
                                && (!openSeats || offering.isOpen());
        var index = index(courseId, programId, institutionId);
        var value = value(courseId, programId, institutionId);
        return Paging.of("offerings", limit, cursor)
                .page(
                        (after, count) -> views.of(Offering.VIEW).find(index, value, after, count),
                        first == null ? "" : first.toString(),
                        wanted,
                        offering -> answer(views, offering));
    }

    @GetMapping("/offerings/{id}")
    @SupportsTimeTravel(TimeTravelSubject.OFFERING)
    @Operation(summary = "One offering and its seats")
    @ApiResponse(responseCode = "200", description = "The offering")
    @ApiResponse(responseCode = "404", description = "There is no such offering")
    OfferingAnswer offering(@Parameter(hidden = true) ViewSnapshot views, @PathVariable String id) {
        return answer(views, Offering.in(views, id));
    }

    private static @Nullable Term within(@Nullable String term) {
        if (term == null) return null;
        var named = Term.named(term);
        if (named == null)
            throw RequestProblem.INVALID_PARAMETER.because(
                    "term is '" + term + "', not a year and season like 2026-summer");
        return named;
    }

    private static LocalDate later(@Nullable LocalDate from, LocalDate other) {
        return from == null || from.isBefore(other) ? other : from;
    }

    /** Chooses the narrowest index: a course has fewer offerings than its program. */
    private static String index(
            @Nullable String courseId, @Nullable String programId, @Nullable String institutionId) {
        if (courseId != null) return "course";
        if (programId != null) return "program";
        return institutionId != null ? "institution" : "all";
    }

    private static String value(
            @Nullable String courseId, @Nullable String programId, @Nullable String institutionId) {
        if (courseId != null) return courseId;
        if (programId != null) return programId;
        return institutionId != null ? institutionId : "";
    }

    private static OfferingAnswer answer(ViewSnapshot views, Offering offering) {
        var cancelled = offering.cancelled();
        return new OfferingAnswer(
                offering.id(),
                offering.courseId(),
                Course.title(views, offering.courseId()),
                offering.programId(),
                offering.institutionId(),
                offering.startsOn(),
                offering.endsOn(),
                offering.capacity(),
                offering.seatsTaken(),
                offering.seatsOpen(),
                offering.tuition(),
                offering.delivery(),
                offering.place(),
                offering.dueOn(),
                offering.as().deposit(),
                offering.as().depositDueOn(),
                offering.admission(),
                offering.as().waitlist(),
                offering.as().confirmWithin(),
                offering.refundPolicy(),
                offering.held().size(),
                offering.line().size(),
                cancelled == null ? "scheduled" : "cancelled",
                cancelled == null ? null : cancelled.cancelledOn(),
                cancelled == null ? null : cancelled.reason());
    }
}
