package colophon.security.chain;

import colophon.security.Entered;
import colophon.security.SignInOfPeople;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/** A session says who came in; what they are by now is asked each time. */
final class StillValid extends OncePerRequestFilter {

    private final SignInOfPeople people;

    StillValid(SignInOfPeople people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null
                && request.getHeader("Authorization") == null
                && SecurityContextHolder.getContext().getAuthentication()
                        instanceof Entered entered) {
            var now = SecurityContextHolder.createEmptyContext();
            var person = people.still(entered);
            if (person.isPresent())
                now.setAuthentication(new Entered(person.get(), entered.since()));
            else session.invalidate();
            SecurityContextHolder.setContext(now);
        }
        chain.doFilter(request, response);
    }
}
