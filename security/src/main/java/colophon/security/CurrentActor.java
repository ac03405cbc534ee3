package colophon.security;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** The person who sends the request of this thread. */
@Component
public class CurrentActor {

    /** The person. Throws if nobody is signed in; the answer is then 401. */
    public Actor current() {
        return find().orElseThrow(
                        () -> new AuthenticationCredentialsNotFoundException("Nobody signed in"));
    }

    /** The person; empty if nobody is signed in. */
    public Optional<Actor> find() {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof ActorAuthentication authentication
                ? Optional.of(authentication.actor())
                : Optional.empty();
    }
}
