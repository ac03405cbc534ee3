package colophon.views.enrollment;

import colophon.api.paging.FoundRecord;
import colophon.api.paging.Items;
import colophon.api.paging.Paging;
import colophon.api.problem.NotFound;
import colophon.api.problem.RequestProblem;
import colophon.events.enrollment.EnrollmentState;
import colophon.events.money.Money;
import colophon.events.refund.RefundPolicy;
import colophon.views.catalog.Course;
import colophon.views.enrollment.Enrollment.Move;
import colophon.views.export.ExportChapter;
import colophon.views.export.ExportChapterSource;
import colophon.views.offering.Offering;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;
import colophon.views.reading.past.SupportsTimeTravel;
import colophon.views.reading.past.TimeTravelSubject;
import colophon.views.student.NameReader;
import colophon.views.student.Student;

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
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/** Shows enrollments. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Enrollments")
class EnrollmentsApi implements ExportChapterSource {

    private final NameReader names;

    EnrollmentsApi(NameReader names) {
        this.names = names;
    }

    /** One line of a roster. The names are null for an erased student. */
    record RosterLine(
            String enrollmentId,
            String studentId,
            @Nullable String givenName,
            @Nullable String familyName,
            EnrollmentState status,
            @Nullable String outcome,
            @Nullable String grade,
            @Nullable LocalDate completedOn,
            LocalDate effectiveOn,
            @Nullable LocalDate confirmBy,
            @Nullable Integer placeInLine) {}

    /** An enrollment with its offering and its course. */
    record EnrollmentAnswer(
            String id,
            String studentId,
            String offeringId,
            String courseId,
            @Nullable String courseTitle,
            String programId,
            String institutionId,
            EnrollmentState status,
            @Nullable String outcome,
            @Nullable String grade,
            @Nullable LocalDate completedOn,
            LocalDate effectiveOn,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Money tuition,
            @Nullable LocalDate confirmBy,
            @Nullable Integer placeInLine,
            @Nullable RefundPolicy refundPolicy,
            List<Move> history) {}

    /** An enrollment on a waitlist. {@code placeInLine} is null where the instructor decides. */
    record WaitingLine(
            String enrollmentId,
            String studentId,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable Integer placeInLine,
            @Nullable LocalDate waitingSince) {}

    @Override
    public ExportChapter chapter() {
        return ExportChapter.ENROLLMENTS;
    }

    @Override
    public Object of(ViewSnapshot views, Viewer viewer, String studentId) {
        return views.of(Enrollment.VIEW).all("student", studentId).stream()
                .map(enrollment -> enrollment(views, viewer, enrollment.id()))
                .toList();
    }

    @GetMapping("/offerings/{id}/roster")
    @SupportsTimeTravel(TimeTravelSubject.OFFERING)
    @Operation(
            summary = "The enrollments in an offering, in the order of their first requests",
            description =
                    "Lists the statuses enrolled and finished, unless status names others:"
                            + " several with commas between, or any for all.")
    @ApiResponse(responseCode = "200", description = "One page of enrollments")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such offering")
    Items<RosterLine> roster(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id,
            @Parameter(description = "pending, accepted, …, finished; or any")
                    @RequestParam(required = false)
                    @Nullable List<String> status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var offering = Offering.in(views, viewer, id);
        return Paging.of("roster", limit, cursor)
                .page(
                        (after, count) -> find(views, "offering", offering, after, count),
                        "",
                        wanted(status),
                        enrollment -> line(views, enrollment, offering));
    }

    @GetMapping("/offerings/{id}/waitlist")
    @Operation(summary = "The waitlist of an offering, the longest waiting first")
    @ApiResponse(responseCode = "200", description = "One page of the waitlist")
    @ApiResponse(responseCode = "404", description = "There is no such offering")
    Items<WaitingLine> waitlist(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var offering = Offering.in(views, viewer, id);
        return Paging.of("waitlist", limit, cursor)
                .page(
                        (after, count) -> find(views, "line", offering, after, count),
                        enrollment -> waiting(views, enrollment, offering));
    }

    @GetMapping("/enrollments/{id}")
    @SupportsTimeTravel(TimeTravelSubject.ENROLLMENT)
    @Operation(summary = "One enrollment")
    @ApiResponse(responseCode = "200", description = "The enrollment")
    @ApiResponse(responseCode = "404", description = "There is no such enrollment")
    EnrollmentAnswer enrollment(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id) {
        var enrollment = views.of(Enrollment.VIEW).get(id);
        if (enrollment == null || !viewer.sees(enrollment.institutionId(), enrollment.studentId()))
            throw new NotFound(QueryProblem.ENROLLMENT_NOT_FOUND, "No enrollment " + id);
        return answer(views, enrollment);
    }

    @GetMapping({"/students/{id}/enrollments", "/me/enrollments"})
    @Operation(summary = "The enrollments of a student, in the order in which they were made")
    @ApiResponse(responseCode = "200", description = "One page of enrollments")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such student")
    Items<EnrollmentAnswer> ofStudent(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Student.in(views, viewer, id);
        return Paging.of("enrollments", limit, cursor)
                .page(
                        (after, count) ->
                                views.of(Enrollment.VIEW).find("student", id, after, count),
                        "",
                        enrollment -> viewer.sees(enrollment.institutionId(), id),
                        enrollment -> answer(views, enrollment));
    }

    private static EnrollmentAnswer answer(ViewSnapshot views, Enrollment enrollment) {
        var offering = views.of(Offering.VIEW).get(enrollment.offeringId());
        var outcome = enrollment.outcome();
        return new EnrollmentAnswer(
                enrollment.id(),
                enrollment.studentId(),
                enrollment.offeringId(),
                enrollment.courseId(),
                Course.title(views, enrollment.courseId()),
                enrollment.programId(),
                enrollment.institutionId(),
                enrollment.status(),
                outcome == null ? null : outcome.word(),
                outcome == null ? null : outcome.grade(),
                outcome == null ? null : outcome.completedOn(),
                enrollment.effectiveOn(),
                offering == null ? null : offering.startsOn(),
                offering == null ? null : offering.endsOn(),
                offering == null ? null : offering.tuition(),
                enrollment.confirmBy(),
                offering == null ? null : offering.placeInLine(enrollment.id()),
                enrollment.refundPolicy(),
                enrollment.moves());
    }

    /** Reads the students in one go: one by one, each would cost a round trip. */
    private static List<FoundRecord<Enrollment>> find(
            ViewSnapshot views, String index, Offering offering, String after, int count) {
        var found = views.of(Enrollment.VIEW).find(index, offering.id(), after, count);
        views.of(Student.VIEW)
                .load(found.stream().map(one -> one.value().studentId()).distinct().toList());
        return found;
    }

    private static Predicate<Enrollment> wanted(@Nullable List<String> words) {
        if (words == null || words.isEmpty()) return Enrollment::hasSeat;
        var states = EnumSet.noneOf(EnrollmentState.class);
        for (var word : words)
            if (word.equals("any")) states.addAll(EnumSet.allOf(EnrollmentState.class));
            else states.add(state(word));
        return enrollment -> states.contains(enrollment.status());
    }

    private static EnrollmentState state(String word) {
        for (var state : EnrollmentState.values()) if (state.toString().equals(word)) return state;
        throw RequestProblem.INVALID_PARAMETER.because("There is no status '" + word + "'");
    }

    private WaitingLine waiting(ViewSnapshot views, Enrollment enrollment, Offering offering) {
        var name = name(views, enrollment);
        return new WaitingLine(
                enrollment.id(),
                enrollment.studentId(),
                name == null ? null : name.given(),
                name == null ? null : name.family(),
                offering.placeInLine(enrollment.id()),
                enrollment.moves().getLast().on());
    }

    private NameReader.@Nullable StudentName name(ViewSnapshot views, Enrollment enrollment) {
        var student = views.of(Student.VIEW).get(enrollment.studentId());
        return student == null ? null : names.name(views, student);
    }

    private RosterLine line(ViewSnapshot views, Enrollment enrollment, Offering offering) {
        var name = name(views, enrollment);
        var outcome = enrollment.outcome();
        return new RosterLine(
                enrollment.id(),
                enrollment.studentId(),
                name == null ? null : name.given(),
                name == null ? null : name.family(),
                enrollment.status(),
                outcome == null ? null : outcome.word(),
                outcome == null ? null : outcome.grade(),
                outcome == null ? null : outcome.completedOn(),
                enrollment.effectiveOn(),
                enrollment.confirmBy(),
                offering.placeInLine(enrollment.id()));
    }
}
