package colophon.security.matrix;

import colophon.api.access.Actor;
import colophon.api.access.CurrentActor;
import colophon.api.access.WriteAccess;
import colophon.api.request.Identifier;
import colophon.security.ActorAuthentication;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.server.ResponseStatusException;

import java.util.Optional;

/** The signed-in actor of the request of this thread, and the student they say they act for. */
@Component
public class RequestActor implements CurrentActor {

    private static final String BEHALF = "On-Behalf-Of";

    @Override
    public Optional<Actor> find() {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof ActorAuthentication authentication
                ? Optional.of(authentication.actor())
                : Optional.empty();
    }

    @Override
    public Actor current() {
        return find().orElseThrow(
                        () -> new AuthenticationCredentialsNotFoundException("Nobody signed in"));
    }

    @Override
    public WriteAccess access() {
        return WriteAccess.of(AdmittedActor.now().orElseGet(() -> Actor.without(current().id())));
    }

    /** Students act for themselves. Staff may name the student in a header. */
    @Override
    public @Nullable String behalf() {
        var actor = current();
        if (!actor.isStaff()) return actor.studentId();
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now))
            return null;
        var header = now.getRequest().getHeader(BEHALF);
        if (header == null) return null;
        if (!header.matches(Identifier.FORM))
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "On-Behalf-Of is not an identifier.");
        return header;
    }
}
