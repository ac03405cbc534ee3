package colophon.security.oidc;

import colophon.security.ProviderCondition;
import colophon.security.people.PageFrame;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import java.net.URI;

/** Redirects people to the provider. */
@RestController
@Conditional(ProviderCondition.class)
class ProviderPage {

    private final ProviderRegistration registrations;

    ProviderPage(ProviderRegistration registrations) {
        this.registrations = registrations;
    }

    @GetMapping("/sign-in")
    @Operation(summary = "Sign in at the provider")
    ResponseEntity<String> signIn(HttpServletRequest request) {
        if (!registrations.areForPeople()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        if (request.getParameter("failed") != null) return failed();
        var _ = registrations.registration(); // else its outage would look like our defect
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/oauth2/authorization/" + ProviderRegistration.ID))
                .build();
    }

    /**
     * This page does not redirect by itself, because the provider could send people back in a loop.
     */
    private static ResponseEntity<String> failed() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(
                        PageFrame.of(
                                "Sign in",
                                """
                                <p role="alert">You are not signed in. The provider did not say who you are, or its answer was for another browser or another attempt.</p>
                                <p><a href="/sign-in">Try again</a></p>
                                """));
    }
}
