package colophon.views.reading.http;

import colophon.api.problem.NotFound;
import colophon.api.problem.RequestProblem;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

import java.net.URI;
import java.util.Locale;

/** Answers every refused query with a problem document. */
@RestControllerAdvice(basePackages = "colophon.views")
@Order(Ordered.HIGHEST_PRECEDENCE)
class QueryProblemAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ErrorResponseException problem, HttpServletRequest request) {
        var body = problem.getBody();
        body.setInstance(URI.create(request.getRequestURI()));
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON) // whatever the client accepts
                .body(body);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NotFound missing, HttpServletRequest request) {
        return on(missing.type().because(String.valueOf(missing.getMessage())), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(
            MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        var type = mismatch.getRequiredType();
        var wanted = type == null ? "what is wanted" : words(type);
        return on(
                RequestProblem.INVALID_PARAMETER.because(
                        mismatch.getName() + " is '" + mismatch.getValue() + "', not " + wanted),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(
            MissingServletRequestParameterException missing, HttpServletRequest request) {
        return on(
                RequestProblem.INVALID_PARAMETER.because(
                        missing.getParameterName() + " is missing"),
                request);
    }

    private static String words(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "boolean", "Boolean" -> "true or false";
            case "LocalDate" -> "a date like 2026-06-15";
            default -> "a " + type.getSimpleName().toLowerCase(Locale.ROOT);
        };
    }
}
