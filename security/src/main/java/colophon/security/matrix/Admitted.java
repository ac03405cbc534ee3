package colophon.security.matrix;

import colophon.security.Person;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import java.util.Optional;

/**
 * Who was let through to the route of the request of this thread, with those of their roles that
 * the route is for: who is a bursar and a student, and asks what students may ask, asks as a
 * student.
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

    /** That person; nobody where anyone may ask, or where there is no request. */
    public static Optional<Person> now() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                && now.getRequest().getAttribute(ATTRIBUTE) instanceof Person person)
            return Optional.of(person);
        return Optional.empty();
    }
}
