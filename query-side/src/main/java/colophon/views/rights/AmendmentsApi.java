package colophon.views.rights;

import colophon.api.paging.Items;
import colophon.api.paging.Paging;
import colophon.events.privacy.Sealed;
import colophon.views.export.ExportChapter;
import colophon.views.export.ExportChapterSource;
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

import java.time.Instant;
import java.util.List;

/** Shows amendment requests. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Students")
class AmendmentsApi implements ExportChapterSource {

    private final NameReader names;

    AmendmentsApi(NameReader names) {
        this.names = names;
    }

    @Override
    public ExportChapter chapter() {
        return ExportChapter.AMENDMENTS;
    }

    @Override
    public Object of(ViewSnapshot views, Viewer viewer, String studentId) {
        return views.of(Amendment.VIEW).all("student", studentId).stream()
                .filter(amendment -> amendment.isShownTo(viewer))
                .map(this::answer)
                .toList();
    }

    /**
     * Both versions and the decision. The texts are null once the student is erased.
     *
     * @param institutionId the institution of the record; null for the record as a whole
     */
    record AmendmentAnswer(
            String id,
            String studentId,
            @Nullable String institutionId,
            @Nullable String wrong,
            @Nullable String right,
            Instant requestedAt,
            AmendmentState status,
            @Nullable String reason,
            List<Long> corrections,
            @Nullable Instant decidedAt,
            @Nullable String statement,
            @Nullable Instant statedAt) {}

    @GetMapping({"/students/{id}/amendments", "/me/amendments"})
    @SupportsTimeTravel(TimeTravelSubject.STUDENT)
    @Operation(summary = "The amendment requests of a student, with decisions and statements")
    @ApiResponse(responseCode = "200", description = "One page of requests, oldest first")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such student")
    Items<AmendmentAnswer> amendments(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var student = Student.in(views, viewer, id).id();
        return Paging.of("amendments", limit, cursor)
                .page(
                        (after, count) ->
                                views.of(Amendment.VIEW).find("student", student, after, count),
                        "",
                        amendment -> amendment.isShownTo(viewer),
                        this::answer);
    }

    private AmendmentAnswer answer(Amendment amendment) {
        return new AmendmentAnswer(
                amendment.id(),
                amendment.studentId(),
                amendment.institutionIds().size() == 1
                        ? amendment.institutionIds().getFirst()
                        : null,
                text(amendment, amendment.wrong()),
                text(amendment, amendment.right()),
                amendment.requestedAt(),
                amendment.status(),
                text(amendment, amendment.reason()),
                amendment.corrections(),
                amendment.decidedAt(),
                text(amendment, amendment.statement()),
                amendment.statedAt());
    }

    private @Nullable String text(Amendment amendment, @Nullable Sealed sealed) {
        return sealed == null ? null : names.text(amendment.studentId(), sealed);
    }
}
