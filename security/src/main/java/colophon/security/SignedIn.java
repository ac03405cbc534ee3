package colophon.security;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** Who sends the request of this thread. */
@Component
public class SignedIn {

    /** The person; throws if nobody is signed in, which is answered with 401. */
    public Person current() {
        return maybe().orElseThrow(
                        () -> new AuthenticationCredentialsNotFoundException("Nobody signed in"));
    }

    /** The person, if anybody is signed in. */
    public Optional<Person> maybe() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Entered entered
                ? Optional.of(entered.person())
                : Optional.empty();
    }
}
