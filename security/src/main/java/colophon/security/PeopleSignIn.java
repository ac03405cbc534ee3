package colophon.security;

import colophon.api.access.Actor;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

import java.util.Optional;

/** How people sign in with a browser. */
public interface PeopleSignIn {

    /** Adds this way to sign in to the chain that every request passes. */
    void addTo(HttpSecurity http) throws Exception;

    /** The page where a browser is sent when nobody is signed in. */
    String page();

    /** The person as they are now; empty if their sign-in is no longer valid. */
    Optional<Actor> current(ActorAuthentication authentication);
}
