package colophon.launcher.http;

import colophon.api.problem.Problem;
import colophon.api.request.CardNumber;
import colophon.security.http.RequestPath;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;

/**
 * Answers errors outside of every handler, for example in a filter, as problems like all others.
 */
@Hidden
@RestController
class ErrorFallback implements ErrorController {

    @Operation(summary = "Answer what the server itself refused")
    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // A direct request to this path gets 404, as for any unknown path.
        var reason = HttpProblem.of(status instanceof Integer code ? code : 404);
        var body = Problem.of(reason, "The server cannot answer this request.");
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        body.setInstance(shown(path instanceof String text ? text : request.getRequestURI()));
        return ResponseEntity.status(reason.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    /** Tomcat refuses some paths before any check of ours, so a card number may be in them. */
    private static URI shown(String path) {
        var isShown = RequestPath.isPlain(path) && !CardNumber.isInEncoded(path);
        return URI.create(isShown ? path : "/");
    }
}
