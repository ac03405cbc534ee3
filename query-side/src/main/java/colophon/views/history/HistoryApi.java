package colophon.views.history;

import colophon.events.Facts;
import colophon.events.Recorded;
import colophon.views.export.Chapter;
import colophon.views.export.Part;
import colophon.views.reading.Edition;
import colophon.views.reading.Onlooker;
import colophon.views.reading.ViewReader.Found;
import colophon.views.reading.http.Items;
import colophon.views.reading.http.Paging;
import colophon.views.reading.past.Log;
import colophon.views.student.People;
import colophon.views.student.Student;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Shows the audit trail. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "History")
class HistoryApi implements Part {

    private final Log log;
    private final People people;

    HistoryApi(Log log, People people) {
        this.log = log;
        this.people = people;
    }

    /**
     * One event. The names are those of the student that it names, null for an erased one.
     *
     * @param position commit of the event
     * @param who id of the account that did it
     * @param behalf the person they acted for, null if there is none
     * @param kind the name under which it is stored
     * @param effectiveOn its business date, null if it has none of its own
     * @param reason the stated reason, or null
     */
    @Schema(name = "HistoryLine")
    record Line(
            long position,
            String eventId,
            Instant recordedAt,
            String who,
            @Nullable String behalf,
            String kind,
            @Nullable LocalDate effectiveOn,
            String text,
            @Nullable String reason,
            @Nullable String studentId,
            @Nullable String givenName,
            @Nullable String familyName) {}

    /** One event, as text and as stored. Sealed values stay sealed. */
    record Told(@JsonUnwrapped Line line, Object event) {}

    @Override
    public Chapter chapter() {
        return Chapter.HISTORY;
    }

    @Override
    public Object of(Edition views, Onlooker onlooker, String studentId) {
        var places = new Asked("student", studentId).places(views, onlooker, log);
        return log.read(places).stream()
                .map(fact -> new Told(line(views, fact), fact.event()))
                .toList();
    }

    @GetMapping("/history")
    @Operation(
            summary = "Every event about a student, an offering or a fund, in words, newest last")
    @ApiResponse(responseCode = "200", description = "One page of events, in the order of the log")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such subject")
    Items<Line> history(
            @Parameter(hidden = true) Edition views,
            @Parameter(hidden = true) Onlooker onlooker,
            @Parameter(description = "student:ID, offering:ID or fund:ID", example = "student:ada")
                    @RequestParam
                    String subject,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var asked = Asked.of(subject);
        var paging = Paging.of("history " + subject, limit, cursor);
        var places = asked.places(views, onlooker, log);
        var at = new Where(views);
        return paging.page(
                (after, count) -> found(Asked.behind(places, after), count),
                "",
                fact -> asked.isShown(fact.event(), at, onlooker),
                fact -> line(views, fact));
    }

    private List<Found<Recorded<?>>> found(long[] places, int count) {
        var wanted = Arrays.copyOf(places, Math.min(count, places.length));
        return log.read(wanted).stream()
                .map(fact -> new Found<Recorded<?>>(fact.place(), fact))
                .toList();
    }

    private Line line(Edition views, Recorded<?> fact) {
        var event = fact.event();
        var words = Words.of(event);
        var studentId = About.student(event);
        var student = studentId == null ? null : views.of(Student.VIEW).get(studentId);
        var name = student == null ? null : people.name(views, student);
        return new Line(
                fact.position(),
                fact.eventId(),
                fact.recordedAt(),
                fact.who(),
                fact.behalf(),
                Facts.name(event.getClass()),
                Effective.on(event),
                words.text(),
                words.reason(),
                studentId,
                name == null ? null : name.given(),
                name == null ? null : name.family());
    }
}
