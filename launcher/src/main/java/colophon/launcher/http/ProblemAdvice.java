package colophon.launcher.http;

import static colophon.launcher.http.HttpProblem.BODY_TOO_LARGE;
import static colophon.launcher.http.HttpProblem.BODY_TOO_SLOW;
import static colophon.launcher.http.HttpProblem.INTERNAL_ERROR;
import static colophon.launcher.http.HttpProblem.INVALID_BODY;
import static colophon.launcher.http.HttpProblem.INVALID_IDEMPOTENCY_KEY;
import static colophon.launcher.http.HttpProblem.INVALID_REQUEST;
import static colophon.launcher.http.HttpProblem.MALFORMED_JSON;
import static colophon.launcher.http.HttpProblem.NO_SUCH_PATH;
import static colophon.launcher.http.HttpProblem.UNSUPPORTED_MEDIA_TYPE;

import colophon.api.problem.Problem;
import colophon.commands.Reason;
import colophon.commands.gateway.CommandRequest.InvalidKeyException;
import colophon.events.requirement.InvalidRequirement;
import colophon.launcher.http.BodyLimit.BodyTooLargeException;
import colophon.launcher.http.BodyLimit.BodyTooSlowException;
import colophon.storage.durability.OutageDetection;
import colophon.storage.durability.OutageReport;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Answers every failure of a command or a query as an RFC 9457 problem: a stable type, a detail
 * that names the wrong value, and pointers into the body. It never contains a class name.
 */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Logged once per outage and not per request, since every request meets the same outage. */
    private static final OutageReport MET = new OutageReport("Requests are answered 503");

    private static final String TOO_MUCH =
            "is nested more than 64 deep, or contains a text or a number that is too long.";

    /** One mistake in a body; {@code pointer} is a JSON pointer (RFC 6901). */
    record Mistake(String pointer, String detail) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(
            MethodArgumentNotValidException e, HttpServletRequest request) {
        var mistakes =
                e.getBindingResult().getAllErrors().stream().map(ProblemAdvice::mistake).toList();
        return problem(INVALID_BODY, sentence(mistakes), request, mistakes);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidRequirement e, HttpServletRequest request) {
        var mistake = new Mistake("/requirement" + e.pointer(), String.valueOf(e.getMessage()));
        return problem(INVALID_BODY, sentence(List.of(mistake)), request, List.of(mistake));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(
            HttpMessageNotReadableException e, HttpServletRequest request) {
        if (causedBy(e, BodyTooLargeException.class) != null) return tooLarge(request);
        if (causedBy(e, BodyTooSlowException.class) != null) return tooSlow(request);
        if (causedBy(e, DatabindException.class) instanceof DatabindException mapping)
            return misfit(mapping, request);
        if (causedBy(e, StreamReadException.class) instanceof StreamReadException parsing)
            return malformed(parsing, request);
        if (causedBy(e, StreamConstraintsException.class) != null)
            return problem(MALFORMED_JSON, "The JSON " + TOO_MUCH, request, List.of());
        return problem(MALFORMED_JSON, "A JSON body is needed.", request, List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLargeException e, HttpServletRequest request) {
        return tooLarge(request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooSlow(BodyTooSlowException e, HttpServletRequest request) {
        return tooSlow(request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(
            ReadFormRequest.UnreadableException e, HttpServletRequest request) {
        var detail =
                "The form cannot be read: a field has a wrong encoding, or there are too many.";
        return problem(INVALID_REQUEST, detail, request, List.of());
    }

    /** Replaces Spring's message, which names the resource it looked for. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> nothing(NoResourceFoundException e, HttpServletRequest request) {
        return problem(NO_SUCH_PATH, "There is nothing at this path.", request, List.of());
    }

    /** A parameter with a broken escape, or too many parameters. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(
            InvalidParameterException e, HttpServletRequest request) {
        var detail = "The parameters cannot be read: one of them has a wrong encoding.";
        return problem(INVALID_REQUEST, detail, request, List.of());
    }

    /** A header with invalid characters, which is noticed only when the header is read. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(
            RequestRejectedException e, HttpServletRequest request) {
        var detail = "The headers cannot be read: one of them has invalid characters.";
        return problem(INVALID_REQUEST, detail, request, List.of());
    }

    /** Text where a number or a boolean is expected. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> misfit(
            MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        var value = e.getValue() instanceof String text ? "'" + shortened(text) + "'" : "that";
        var detail = e.getName() + " cannot be " + value + ".";
        return problem(INVALID_REQUEST, detail, request, List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badKey(InvalidKeyException e, HttpServletRequest request) {
        var detail = "An Idempotency-Key has 1 to 128 visible ASCII characters.";
        return problem(INVALID_IDEMPOTENCY_KEY, detail, request, List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> anything(
            Exception e, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        // A part of the answer has been sent, so only a broken connection can show that the rest is
        // missing.
        if (response.isCommitted()) throw OutageDetection.isBehind(e) ? new BrokenOff(e) : e;
        if (e instanceof ErrorResponse known && !known.getStatusCode().is5xxServerError())
            return standard(known, request);
        if (e instanceof ErrorResponseException ours) return standard(ours, request);
        if (OutageDetection.isBehind(e)) return unavailable(e, request);
        if (e instanceof IllegalArgumentException && isOfNoKind(request)) {
            var detail = "The Content-Type names no single type: a * is valid in Accept only.";
            return problem(UNSUPPORTED_MEDIA_TYPE, detail, request, List.of());
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        var detail =
                "The server has logged it. Repeat a command with the same Idempotency-Key: it takes"
                        + " effect once.";
        return problem(INTERNAL_ERROR, detail, request, List.of());
    }

    /**
     * Logged without a stack trace, because a disk that cuts an answer short is not a defect of the
     * program.
     */
    private static final class BrokenOff extends IOException {

        BrokenOff(Exception outage) {
            super("The answer was cut short: " + outage.getMessage());
            MET.is(String.valueOf(outage.getMessage()));
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** Spring would report a Content-Type such as application/* as a defect of the program. */
    private static boolean isOfNoKind(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.contains("*");
    }

    /** Our own exceptions have a reason already; Spring's get one by their status. */
    private static ResponseEntity<ProblemDetail> standard(
            ErrorResponse e, HttpServletRequest request) {
        var body = e.getBody();
        var properties = body.getProperties();
        if (properties == null || !properties.containsKey("reason")) {
            Problem.put(body, HttpProblem.of(e.getStatusCode().value()));
        }
        if (body.getInstance() == null) body.setInstance(URI.create(request.getRequestURI()));
        return respond(e.getStatusCode(), e.getHeaders(), body);
    }

    /** A query cannot be answered at the moment. Commands report this themselves. */
    private static ResponseEntity<ProblemDetail> unavailable(
            Exception e, HttpServletRequest request) {
        MET.is(String.valueOf(e.getMessage()));
        var detail = "The database does not answer at the moment. Ask again.";
        return standard(Problem.thrown(Reason.LOG_UNAVAILABLE, detail), request);
    }

    private static ResponseEntity<ProblemDetail> misfit(
            DatabindException e, HttpServletRequest request) {
        var mistake = new Mistake(pointer(e.getPath()), misfit(e));
        return problem(INVALID_BODY, sentence(List.of(mistake)), request, List.of(mistake));
    }

    /** Uses our own words, because the library's message names its classes. */
    private static String misfit(DatabindException e) {
        return switch (e) {
            case UnrecognizedPropertyException _ -> "is not a field of this request";
            case InvalidFormatException format ->
                    "is not valid here: " + shortened(String.valueOf(format.getValue()));
            default -> "has the wrong form";
        };
    }

    private static ResponseEntity<ProblemDetail> malformed(
            StreamReadException e, HttpServletRequest request) {
        var at = e.getLocation();
        var doubled = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
        var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        var what = doubled ? "A field appears twice" : "The JSON cannot be read";
        return problem(MALFORMED_JSON, what + where + ".", request, List.of());
    }

    private static ResponseEntity<ProblemDetail> tooLarge(HttpServletRequest request) {
        var detail = "A body may have " + BodyLimit.limit(request) + " bytes.";
        return problem(BODY_TOO_LARGE, detail, request, List.of());
    }

    private static ResponseEntity<ProblemDetail> tooSlow(HttpServletRequest request) {
        var detail = "The body came too slowly, so the server stopped waiting. Nothing was done.";
        return problem(BODY_TOO_SLOW, detail, request, List.of());
    }

    private static Mistake mistake(ObjectError error) {
        var message = String.valueOf(error.getDefaultMessage());
        if (!(error instanceof FieldError field)) return new Mistake("", message);
        var place = field.getField();
        return new Mistake(
                "/" + place.replace("[", "/").replace("]", "").replace(".", "/"),
                field.getRejectedValue() instanceof CharSequence text
                        ? message + ": " + shortened(text.toString())
                        : message);
    }

    private static String pointer(List<JacksonException.Reference> path) {
        return path.stream()
                .map(
                        step ->
                                step.getPropertyName() == null
                                        ? "/" + step.getIndex()
                                        : "/"
                                                + step.getPropertyName()
                                                        .replace("~", "~0")
                                                        .replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String sentence(List<Mistake> mistakes) {
        return mistakes.stream()
                .map(mistake -> (mistake.pointer() + " " + mistake.detail()).strip())
                .collect(Collectors.joining("; ", "", "."));
    }

    private static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "...";
    }

    private static <T extends Throwable> @Nullable T causedBy(Throwable e, Class<T> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (type.isInstance(cause)) return type.cast(cause);
        return null;
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpProblem reason, String detail, HttpServletRequest request, List<Mistake> mistakes) {
        var body = Problem.of(reason, detail);
        body.setInstance(URI.create(request.getRequestURI()));
        if (!mistakes.isEmpty()) body.setProperty("errors", mistakes);
        return respond(HttpStatusCode.valueOf(reason.status()), HttpHeaders.EMPTY, body);
    }

    /** Sets the content type here, so that a client that accepts only CSV still gets the reason. */
    private static ResponseEntity<ProblemDetail> respond(
            HttpStatusCode status, HttpHeaders headers, ProblemDetail body) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
