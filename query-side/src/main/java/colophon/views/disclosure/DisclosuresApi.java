package colophon.views.disclosure;

import colophon.views.export.Chapter;
import colophon.views.export.Part;
import colophon.views.reading.Edition;
import colophon.views.reading.Onlooker;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.http.Items;
import colophon.views.reading.http.Paging;
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
class DisclosuresApi implements Part {

    private static final int PAGE = 200;

    private final Disclosures disclosures;

    DisclosuresApi(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public Chapter chapter() {
        return Chapter.DISCLOSURES;
    }

    @Override
    public Object of(Edition views, Onlooker onlooker, String studentId) {
        var all = new ArrayList<Look>();
        try {
            var page = disclosures.of(studentId, "", PAGE);
            while (!page.isEmpty()) {
                for (var found : page)
                    if (found.value().isShownTo(onlooker)) all.add(found.value());
                page = disclosures.of(studentId, page.getLast().at(), PAGE);
            }
        } catch (NotRecordedException e) {
            throw RecordingAdvice.unavailable();
        }
        return all;
    }

    @GetMapping({"/students/{id}/disclosures", "/me/disclosures"})
    @Operation(summary = "Who was shown the student's records, and why; newest first")
    @ApiResponse(responseCode = "200", description = "One page of disclosures")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such student")
    Items<Look> disclosures(
            @Parameter(hidden = true) Edition views,
            @Parameter(hidden = true) Onlooker onlooker,
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var student = Student.in(views, onlooker, id).id();
        try {
            return Paging.of("disclosures " + student, limit, cursor)
                    .page(
                            (behind, count) -> disclosures.of(student, behind, count),
                            "",
                            look -> look.isShownTo(onlooker),
                            look -> look);
        } catch (IllegalArgumentException e) {
            if (cursor == null) throw e;
            throw QueryProblem.INVALID_PARAMETER.because(
                    "cursor did not come from an answer of this list");
        } catch (NotRecordedException e) {
            throw RecordingAdvice.unavailable();
        }
    }
}
