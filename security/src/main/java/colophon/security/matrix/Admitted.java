package colophon.security.matrix;

import colophon.security.Person;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import java.util.Optional;

/**
 * The person of the current request, limited to the roles that the route is for. For example, a
 * person who is bursar and student and calls a route for students counts as a student only.
 */
public final class Admitted {

    private static final String ATTRIBUTE = Admitted.class.getName();

    private Admitted() {}

    static void put(HttpServletRequest request, Person person, Row row) {
        request.setAttribute(
                ATTRIBUTE,
                new Person(
                        person.id(),
                        row.audience().of(person),
                        person.institutions(),
                        person.studentId()));
    }

    /** That person; empty on a route that is open to anyone, or outside a request. */
    public static Optional<Person> now() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                && now.getRequest().getAttribute(ATTRIBUTE) instanceof Person person)
            return Optional.of(person);
        return Optional.empty();
    }
}
