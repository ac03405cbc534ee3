package colophon.security.oidc;

import colophon.security.WithProvider;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import java.net.URI;

/** Sends people on to the provider. */
@RestController
@Conditional(WithProvider.class)
class ProviderPage {

    private final Registrations registrations;

    ProviderPage(Registrations registrations) {
        this.registrations = registrations;
    }

    @GetMapping("/sign-in")
    @Operation(summary = "Sign in at the provider")
    ResponseEntity<Void> signIn() {
        if (!registrations.areForPeople()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        var _ = registrations.registration(); // else its silence would be a defect of ours
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/oauth2/authorization/" + Registrations.ID))
                .build();
    }
}
