package colophon.launcher.edge;

import colophon.api.problem.Problem;
import colophon.launcher.http.HttpProblem;

import jakarta.servlet.RequestDispatcher;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * Answers with a problem what Tomcat refuses before any filter sees it, for example an oversized
 * header or an invalid address. Tomcat's own page would reveal which server this is. Public, with a
 * constructor without parameters, because Tomcat creates it.
 */
public final class TomcatErrorValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0) return;
        if (!response.setErrorReported()) return;
        var reason = reason(request, response.getStatus());
        try {
            response.setStatus(reason.status());
            response.setContentType("application/problem+json");
            SecurityHeaders.write("/api/", request.isSecure(), response::setHeader);
            // Nothing of the request is repeated, since it may not even be text.
            response.getOutputStream().write(Problem.json(Problem.of(reason, detail(reason))));
            response.finishResponse();
        } catch (IOException _) {
            // The client has gone.
        }
    }

    private static HttpProblem reason(Request request, int status) {
        var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var isTooLong =
                cause instanceof Exception e
                        && String.valueOf(e.getMessage()).contains("header is too large");
        if (isTooLong) return HttpProblem.HEADERS_TOO_LARGE;
        // In both cases the request is wrong: an unknown version, or an unknown encoding.
        return HttpProblem.of(status == 501 || status == 505 ? 400 : status);
    }

    private static String detail(HttpProblem reason) {
        return switch (reason) {
            case HEADERS_TOO_LARGE -> "The headers and the address may have 16 KB together.";
            case NOT_THIS_PROCESS -> "This request needs a process with the role web.";
            default -> "The request is not valid HTTP.";
        };
    }
}
