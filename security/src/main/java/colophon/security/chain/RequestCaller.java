package colophon.security.chain;

import colophon.commands.desk.Caller;
import colophon.commands.desk.Scope;
import colophon.security.Role;
import colophon.security.SignedIn;
import colophon.security.matrix.Admitted;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The signed-in person, and the student they say they act for. */
@Component
class RequestCaller implements Caller {

    private static final String BEHALF = "On-Behalf-Of";
    private static final String IDENTIFIER = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final SignedIn signedIn;

    RequestCaller(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public String who() {
        return signedIn.current().id();
    }

    @Override
    public Scope scope() {
        var admitted = Admitted.now();
        if (admitted.isEmpty()) return new Scope(who(), false, false, null, null);
        var person = admitted.get();
        var everywhere = person.institutions().isEmpty();
        return new Scope(
                person.id(),
                everywhere && person.is(Role.ADMINISTRATOR, Role.AUDITOR),
                person.isStaff(),
                everywhere ? null : person.institutions(),
                person.is(Role.STUDENT) ? person.studentId() : null);
    }

    /** Students act for themselves. Staff may name the student in a header. */
    @Override
    public @Nullable String behalf() {
        var person = signedIn.current();
        if (!person.isStaff()) return person.studentId();
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now))
            return null;
        var header = now.getRequest().getHeader(BEHALF);
        if (header == null) return null;
        if (!header.matches(IDENTIFIER)) throw new InvalidBehalfException();
        return header;
    }
}
