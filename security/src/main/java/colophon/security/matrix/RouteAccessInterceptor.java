package colophon.security.matrix;

import static colophon.security.SecurityProblem.FORBIDDEN;
import static colophon.security.SecurityProblem.UNAUTHENTICATED;

import colophon.api.access.Actor;
import colophon.api.access.Role;
import colophon.events.imports.ImportKind;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks every request against the matrix row of its route. A path below {@code /me} asks the same
 * about the caller's own student record: the gatekeeper fills in the id that the path leaves out.
 */
final class RouteAccessInterceptor implements HandlerInterceptor {

    private static final String IMPORT = "POST /api/v1/imports";

    private final Supplier<Optional<Actor>> signedIn;

    RouteAccessInterceptor(Supplier<Optional<Actor>> signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod)) return true; // a file, or OPTIONS
        var rule = row(request);
        if (rule == null) throw AccessDenied.because(FORBIDDEN, "Nobody may call this.");
        if (rule.audience().anyone()) return true;
        var actor =
                signedIn.get()
                        .orElseThrow(
                                () ->
                                        AccessDenied.because(
                                                UNAUTHENTICATED, "Sign in to call this."));
        if (!rule.audience().admits(actor))
            throw AccessDenied.because(FORBIDDEN, "This is for: " + rule.audience() + ".");
        if (rule.route().equals(IMPORT)) checkKind(request.getParameter("kind"), actor);
        if (rule.whose() == OwnershipRule.SELF) putOwnId(request, actor);
        AdmittedActor.put(request, actor, rule);
        return true;
    }

    private static @Nullable RouteRule row(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return AuthorizationMatrix.row(request.getMethod(), String.valueOf(pattern));
    }

    /**
     * A person may import a kind of row only if they may send the request that the row stands for.
     */
    private static void checkKind(@Nullable String word, Actor actor) {
        var kind =
                Arrays.stream(ImportKind.values())
                        .filter(one -> one.toString().equals(word))
                        .findFirst();
        if (kind.isEmpty()) return; // the route refuses it as unknown
        var keeper = keeper(kind.get());
        if (!actor.is(Role.ADMINISTRATOR, keeper))
            throw AccessDenied.because(
                    FORBIDDEN,
                    "An import of " + word + " is for: administrator, " + keeper.word() + ".");
    }

    private static Role keeper(ImportKind kind) {
        return switch (kind) {
            case STUDENTS, ENROLLMENTS, COMPLETIONS -> Role.REGISTRAR;
            case PAYMENTS -> Role.BURSAR;
            case AWARDS -> Role.SCHOLARSHIP_OFFICER;
        };
    }

    private static void putOwnId(HttpServletRequest request, Actor actor) {
        var own = actor.studentId();
        if (own == null)
            throw AccessDenied.because(FORBIDDEN, "No student's records are linked to you.");
        var name = HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE;
        var variables = new HashMap<String, Object>();
        variables.put("id", own);
        request.setAttribute(name, variables);
    }
}
