package colophon.views.disclosure;

import colophon.api.access.Actor;
import colophon.api.access.CurrentActor;
import colophon.api.paging.Items;
import colophon.views.reading.QueryProblem;
import colophon.views.reading.table.PagedAnswer;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records which students an answer shows before the client gets it. An answer that cannot be
 * recorded is not sent. Each page of a table is recorded before it is written.
 */
@ControllerAdvice
class DisclosureRecording implements ResponseBodyAdvice<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(DisclosureRecording.class);
    private static final List<String> MOMENT = List.of("asOf", "knownAt");
    private static final String STUDENT = "/api/v1/students/{id}";
    private static final Set<String> QUESTIONS = Set.of("GET", "HEAD");

    private final Disclosures disclosures;
    private final CurrentActor currentActor;
    private final Clock clock;

    DisclosureRecording(Disclosures disclosures, CurrentActor currentActor, Clock clock) {
        this.disclosures = disclosures;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public boolean supports(
            MethodParameter answered, Class<? extends HttpMessageConverter<?>> converter) {
        return answered.getContainingClass().getPackageName().startsWith("colophon.");
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object answer,
            MethodParameter answered,
            MediaType form,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(request instanceof ServletServerHttpRequest servlet)
                || answer == null
                || answer instanceof ProblemDetail
                || !QUESTIONS.contains(servlet.getServletRequest().getMethod())) return answer;
        var asked =
                new RecordedRequest(
                        servlet.getServletRequest(),
                        answered,
                        form,
                        currentActor.find().orElse(Actor.NOBODY));
        if (answer instanceof PagedAnswer table)
            return table.each(page -> record(asked, page.items(), !page.items().isEmpty()));
        record(asked, answer, !(answer instanceof Items<?> page) || !page.items().isEmpty());
        return answer;
    }

    /** What all entries of one request have in common. */
    private record RecordedRequest(
            HttpServletRequest request, MethodParameter answered, MediaType form, Actor by) {}

    private void record(RecordedRequest asked, Object answer, boolean anything) {
        var students = new LinkedHashSet<String>();
        if (anything) addSubject(asked.request, students);
        ShownStudents.add(answer, students);
        students.removeIf(asked.by::isStudent);
        if (students.isEmpty()) return;
        var one = look(asked);
        var looks = students.stream().map(student -> of(student, one)).toList();
        try {
            disclosures.record(looks);
        } catch (DisclosureNotRecordedException e) {
            // The storage logs its failure once, so the log need not repeat it for every answer.
            LOG.debug("{} is not answered: {}", asked.request.getRequestURI(), e.getMessage());
            throw unavailable();
        }
    }

    static ErrorResponseException unavailable() {
        return QueryProblem.DISCLOSURE_LOG_UNAVAILABLE.because(
                "Every disclosure of a student's records is recorded first. Recording is not"
                        + " possible now. Try again.");
    }

    /** Adds the student that the request names, even if the answer does not contain the id. */
    private static void addSubject(HttpServletRequest request, Set<String> students) {
        var asked = request.getParameter("studentId");
        if (asked != null) students.add(asked);
        var subject = request.getParameter("subject");
        if (subject != null && subject.startsWith("student:"))
            students.add(subject.substring("student:".length()));
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (!String.valueOf(pattern).startsWith(STUDENT)) return;
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables
                && variables.get("id") instanceof String id) students.add(id);
    }

    private Disclosure look(RecordedRequest asked) {
        var request = asked.request;
        var summary = asked.answered.getMethodAnnotation(Operation.class);
        return new Disclosure(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                asked.by.id(),
                asked.by.roleWords(),
                "",
                summary == null ? "" : summary.summary(),
                request.getRequestURI(),
                form(asked.form),
                moment(request),
                Objects.requireNonNullElse(
                        AccessPurposeConfiguration.of(request), asked.by.interests()),
                asked.by.isStaff()
                        ? asked.by.institutions().stream().sorted().toList()
                        : List.of());
    }

    private static Disclosure of(String studentId, Disclosure one) {
        return new Disclosure(
                one.at(),
                one.who(),
                one.role(),
                studentId,
                one.what(),
                one.path(),
                one.form(),
                one.moment(),
                one.interest(),
                one.institutions());
    }

    private static String form(MediaType form) {
        var subtype = form.getSubtype();
        return subtype.endsWith("spreadsheetml.sheet") ? "XLSX" : subtype.toUpperCase(Locale.ROOT);
    }

    private static @Nullable String moment(HttpServletRequest request) {
        var said =
                MOMENT.stream()
                        .filter(name -> request.getParameter(name) != null)
                        .map(name -> name + " " + request.getParameter(name))
                        .collect(Collectors.joining(", "));
        return said.isEmpty() ? null : said;
    }
}
