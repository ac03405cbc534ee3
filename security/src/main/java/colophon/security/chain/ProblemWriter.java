package colophon.security.chain;

import colophon.security.SecurityProblem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

/** Writes the problems of the filter chain in the same form as all other problems. */
@Component
public class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Writes that problem, with a sentence about the case. */
    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            SecurityProblem problem,
            String detail)
            throws IOException {
        var body = json.createObjectNode();
        body.put("type", "/problems/" + problem.word());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", detail);
        body.put("instance", request.getRequestURI());
        body.put("reason", problem.word());
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }
}
