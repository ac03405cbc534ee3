package colophon.security.matrix;

import static colophon.security.SecurityProblem.FORBIDDEN;
import static colophon.security.SecurityProblem.UNAUTHENTICATED;

import colophon.events.imports.ImportKind;
import colophon.security.Person;
import colophon.security.Role;

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
 * Stands before every route and lets through whom its row admits. What is asked below {@code /me}
 * is the same question about the student whom the caller is: the id that the path leaves out is put
 * where a path has it.
 */
final class Gatekeeper implements HandlerInterceptor {

    private static final String IMPORT = "POST /api/v1/imports";

    private final Supplier<Optional<Person>> signedIn;

    Gatekeeper(Supplier<Optional<Person>> signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod)) return true; // a file, or what OPTIONS asks
        var row = row(request);
        if (row == null) throw Denied.because(FORBIDDEN, "Nobody may call this.");
        if (row.audience().anyone()) return true;
        var person =
                signedIn.get()
                        .orElseThrow(
                                () -> Denied.because(UNAUTHENTICATED, "Sign in to call this."));
        if (!row.audience().admits(person))
            throw Denied.because(FORBIDDEN, "This is for: " + row.audience() + ".");
        if (row.route().equals(IMPORT)) checkKind(request.getParameter("kind"), person);
        if (row.whose() == Whose.SELF) putOwnId(request, person);
        Admitted.put(request, person, row);
        return true;
    }

    private static @Nullable Row row(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return Matrix.row(request.getMethod(), String.valueOf(pattern));
    }

    /** Whoever may send the request that a row stands for may send a file of them. */
    private static void checkKind(@Nullable String word, Person person) {
        var kind =
                Arrays.stream(ImportKind.values())
                        .filter(one -> one.toString().equals(word))
                        .findFirst();
        if (kind.isEmpty()) return; // refused as what it is
        var keeper = keeper(kind.get());
        if (!person.is(Role.ADMINISTRATOR, keeper))
            throw Denied.because(
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

    private static void putOwnId(HttpServletRequest request, Person person) {
        var own = person.studentId();
        if (own == null) throw Denied.because(FORBIDDEN, "No student's records are linked to you.");
        var name = HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE;
        var variables = new HashMap<String, Object>();
        variables.put("id", own);
        request.setAttribute(name, variables);
    }
}
