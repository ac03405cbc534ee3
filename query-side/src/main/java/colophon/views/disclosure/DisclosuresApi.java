package colophon.views.disclosure;

import colophon.api.paging.Items;
import colophon.api.paging.Paging;
import colophon.api.problem.RequestProblem;
import colophon.views.export.ExportChapter;
import colophon.views.export.ExportChapterSource;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;
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

import java.util.ArrayList;

/** Shows who was shown a student's records. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Students")
class DisclosuresApi implements ExportChapterSource {

    private static final int PAGE = 200;

    private final Disclosures disclosures;

    DisclosuresApi(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public ExportChapter chapter() {
        return ExportChapter.DISCLOSURES;
    }

    @Override
    public Object of(ViewSnapshot views, Viewer viewer, String studentId) {
        var all = new ArrayList<Disclosure>();
        try {
            var page = disclosures.of(studentId, "", PAGE);
            while (!page.isEmpty()) {
                for (var found : page) if (found.value().isShownTo(viewer)) all.add(found.value());
                page = disclosures.of(studentId, page.getLast().at(), PAGE);
            }
        } catch (DisclosureNotRecordedException e) {
            throw DisclosureRecording.unavailable();
        }
        return all;
    }

    @GetMapping({"/students/{id}/disclosures", "/me/disclosures"})
    @Operation(summary = "Who was shown the student's records, and why; newest first")
    @ApiResponse(responseCode = "200", description = "One page of disclosures")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such student")
    Items<Disclosure> disclosures(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var student = Student.in(views, viewer, id).id();
        try {
            return Paging.of("disclosures " + student, limit, cursor)
                    .page(
                            (behind, count) -> disclosures.of(student, behind, count),
                            "",
                            disclosure -> disclosure.isShownTo(viewer),
                            disclosure -> disclosure);
        } catch (IllegalArgumentException e) {
            if (cursor == null) throw e;
            throw RequestProblem.INVALID_PARAMETER.because(
                    "cursor did not come from an answer of this list");
        } catch (DisclosureNotRecordedException e) {
            throw DisclosureRecording.unavailable();
        }
    }
}
