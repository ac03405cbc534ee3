package colophon.security.chain;

import colophon.api.access.CommandActor;
import colophon.api.access.WriteAccess;
import colophon.security.CurrentActor;
import colophon.security.Role;
import colophon.security.matrix.AdmittedActor;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The signed-in person, and the student they say they act for. */
@Component
class RequestCommandActor implements CommandActor {

    private static final String BEHALF = "On-Behalf-Of";
    private static final String IDENTIFIER = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final CurrentActor currentActor;

    RequestCommandActor(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public String who() {
        return currentActor.current().id();
    }

    @Override
    public WriteAccess access() {
        var admitted = AdmittedActor.now();
        if (admitted.isEmpty()) return new WriteAccess(who(), false, false, null, null);
        var actor = admitted.get();
        var everywhere = actor.institutions().isEmpty();
        return new WriteAccess(
                actor.id(),
                everywhere && actor.is(Role.ADMINISTRATOR, Role.AUDITOR),
                actor.isStaff(),
                everywhere ? null : actor.institutions(),
                actor.is(Role.STUDENT) ? actor.studentId() : null);
    }

    /** Students act for themselves. Staff may name the student in a header. */
    @Override
    public @Nullable String behalf() {
        var actor = currentActor.current();
        if (!actor.isStaff()) return actor.studentId();
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now))
            return null;
        var header = now.getRequest().getHeader(BEHALF);
        if (header == null) return null;
        if (!header.matches(IDENTIFIER)) throw new InvalidBehalfException();
        return header;
    }
}
