package colophon.security.matrix;

import colophon.api.access.Actor;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import java.util.Optional;

/**
 * The person of the current request, limited to the roles that the route is for. For example, a
 * person who is bursar and student and calls a route for students counts as a student only.
 */
public final class AdmittedActor {

    private static final String ATTRIBUTE = AdmittedActor.class.getName();

    private AdmittedActor() {}

    static void put(HttpServletRequest request, Actor actor, RouteRule rule) {
        request.setAttribute(
                ATTRIBUTE,
                new Actor(
                        actor.id(),
                        rule.audience().of(actor),
                        actor.institutions(),
                        actor.studentId()));
    }

    /** That person; empty on a route that is open to anyone, or outside a request. */
    public static Optional<Actor> now() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                && now.getRequest().getAttribute(ATTRIBUTE) instanceof Actor actor)
            return Optional.of(actor);
        return Optional.empty();
    }
}
