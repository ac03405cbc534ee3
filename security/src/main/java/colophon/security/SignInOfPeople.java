package colophon.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

import java.util.Optional;

/** How people, who have a browser, come in. */
public interface SignInOfPeople {

    /** Adds the way in to the chain that every request passes. */
    void addTo(HttpSecurity http) throws Exception;

    /** The page where a browser is sent that nobody is signed in with. */
    String page();

    /** Who that is by now; empty if what they came in with is not valid any more. */
    Optional<Person> still(Entered entered);
}
