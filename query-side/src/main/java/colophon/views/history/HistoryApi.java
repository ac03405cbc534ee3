package colophon.views.history;

import colophon.api.paging.FoundRecord;
import colophon.api.paging.Items;
import colophon.api.paging.Paging;
import colophon.events.EventDetails;
import colophon.events.EventTypes;
import colophon.events.Recorded;
import colophon.views.export.ExportChapter;
import colophon.views.export.ExportChapterSource;
import colophon.views.history.text.EventText;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;
import colophon.views.reading.past.PastEvents;
import colophon.views.student.NameReader;
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
class HistoryApi implements ExportChapterSource {

    private final PastEvents log;
    private final NameReader names;

    HistoryApi(PastEvents log, NameReader names) {
        this.log = log;
        this.names = names;
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
    record HistoryLine(
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
    record HistoryText(@JsonUnwrapped HistoryLine line, Object event) {}

    @Override
    public ExportChapter chapter() {
        return ExportChapter.HISTORY;
    }

    @Override
    public Object of(ViewSnapshot views, Viewer viewer, String studentId) {
        var places = new HistorySubject("student", studentId).places(views, viewer, log);
        return log.read(places).stream()
                .map(fact -> new HistoryText(line(views, fact), fact.event()))
                .toList();
    }

    @GetMapping("/history")
    @Operation(
            summary = "Every event about a student, an offering or a fund, in words, newest last")
    @ApiResponse(responseCode = "200", description = "One page of events, in the order of the log")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    @ApiResponse(responseCode = "404", description = "There is no such subject")
    Items<HistoryLine> history(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @Parameter(description = "student:ID, offering:ID or fund:ID", example = "student:ada")
                    @RequestParam
                    String subject,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var asked = HistorySubject.of(subject);
        var paging = Paging.of("history " + subject, limit, cursor);
        var places = asked.places(views, viewer, log);
        var at = new EventInstitution(views);
        return paging.page(
                (after, count) -> found(HistorySubject.behind(places, after), count),
                "",
                fact -> asked.isShown(fact.event(), at, viewer),
                fact -> line(views, fact));
    }

    private List<FoundRecord<Recorded<?>>> found(long[] places, int count) {
        var wanted = Arrays.copyOf(places, Math.min(count, places.length));
        return log.read(wanted).stream()
                .map(fact -> new FoundRecord<Recorded<?>>(fact.place(), fact))
                .toList();
    }

    private HistoryLine line(ViewSnapshot views, Recorded<?> fact) {
        var event = fact.event();
        var words = EventText.of(event);
        var studentId = EventDetails.studentId(event);
        var student = studentId == null ? null : views.of(Student.VIEW).get(studentId);
        var name = student == null ? null : names.name(views, student);
        return new HistoryLine(
                fact.position(),
                fact.eventId(),
                fact.recordedAt(),
                fact.who(),
                fact.behalf(),
                EventTypes.name(event.getClass()),
                EventDetails.businessDate(event),
                words.text(),
                words.reason(),
                studentId,
                name == null ? null : name.given(),
                name == null ? null : name.family());
    }
}
