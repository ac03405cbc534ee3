package colophon.views.rights;

import colophon.events.privacy.Sealed;
import colophon.views.export.Chapter;
import colophon.views.export.Part;
import colophon.views.reading.Edition;
import colophon.views.reading.Onlooker;
import colophon.views.reading.http.Items;
import colophon.views.reading.http.Paging;
import colophon.views.reading.past.Retrospective;
import colophon.views.reading.past.Subject;
import colophon.views.student.People;
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
class AmendmentsApi implements Part {

    private final People people;

    AmendmentsApi(People people) {
        this.people = people;
    }

    @Override
    public Chapter chapter() {
        return Chapter.AMENDMENTS;
    }

    @Override
    public Object of(Edition views, Onlooker onlooker, String studentId) {
        return views.of(Amendment.VIEW).all("student", studentId).stream()
                .filter(amendment -> amendment.isShownTo(onlooker))
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
            String status,
            @Nullable String reason,
            List<Long> corrections,
            @Nullable Instant decidedAt,
            @Nullable String statement,
            @Nullable Instant statedAt) {}

    @GetMapping({"/students/{id}/amendments", "/me/amendments"})
    @Retrospective(Subject.STUDENT)
    @Operation(summary = "The amendment requests of a student, with decisions and statements")
    @ApiResponse(responseCode = "200", description = "One page of requests, oldest first")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such student")
    Items<AmendmentAnswer> amendments(
            @Parameter(hidden = true) Edition views,
            @Parameter(hidden = true) Onlooker onlooker,
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var student = Student.in(views, onlooker, id).id();
        return Paging.of("amendments", limit, cursor)
                .page(
                        (after, count) ->
                                views.of(Amendment.VIEW).find("student", student, after, count),
                        "",
                        amendment -> amendment.isShownTo(onlooker),
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
        return sealed == null ? null : people.text(amendment.studentId(), sealed);
    }
}
