package colophon.security.passkeys;

import static colophon.security.SecurityProblem.FORBIDDEN;
import static colophon.security.SecurityProblem.PASSKEY_REFUSED;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.api.access.CurrentActor;
import colophon.security.ProviderCondition;
import colophon.security.accounts.Passkeys;
import colophon.security.accounts.UserAccount.Kind;
import colophon.security.accounts.UserAccounts;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.regex.Pattern;

/** The calls of the pages' script, and the removal of a passkey, which needs no script. */
@RestController
@Conditional(ProviderCondition.Without.class)
class PasskeyApi {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyApi.class);

    /** No characters that hide the text next to them or reverse its direction. */
    private static final Pattern LABEL =
            Pattern.compile("[^\\p{Cc}\\u2028-\\u202E\\u2066-\\u2069]{1,60}");

    private static final int MOST = 20;

    private final PasskeyCeremonies ceremonies;
    private final PasskeyChallenges asked;
    private final UserAccounts accounts;
    private final Passkeys passkeys;
    private final CurrentActor currentActor;

    PasskeyApi(
            PasskeyCeremonies ceremonies,
            PasskeyChallenges asked,
            UserAccounts accounts,
            Passkeys passkeys,
            CurrentActor currentActor) {
        this.ceremonies = ceremonies;
        this.asked = asked;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.currentActor = currentActor;
    }

    /**
     * Answers with bytes, because Spring would write a text, and with it the challenge, into its
     * log.
     */
    @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Options for a device that shows a passkey")
    byte[] toShow(HttpServletRequest request) {
        var question = ceremonies.toShow();
        asked.show(request, question);
        return ceremonies.text(question).getBytes(UTF_8);
    }

    @PostMapping(path = "/account/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Options for a device that creates a passkey")
    byte[] toMake(HttpServletRequest request, Authentication authentication) {
        person();
        var question = ceremonies.toMake(authentication);
        asked.make(request, question);
        return ceremonies.text(question).getBytes(UTF_8);
    }

    @PostMapping(path = "/account/passkeys", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Store a new passkey under a label")
    ResponseEntity<Void> made(HttpServletRequest request, @RequestBody byte[] body) {
        var person = person();
        try {
            var answer = ceremonies.tree(body);
            var label = answer.path("label").asString("").strip();
            if (!LABEL.matcher(label).matches())
                throw new PasskeyRefusedException("Give the passkey a name of 1 to 60 characters.");
            if (passkeys.of(person).size() >= MOST)
                throw new PasskeyRefusedException(
                        "You have " + MOST + " passkeys already: remove one first.");
            var question = asked.toMake(request);
            if (question.isEmpty())
                throw new PasskeyRefusedException(PasskeyRefusedException.NOT_ASKED);
            ceremonies.made(question.get(), answer.path("credential"), label);
        } catch (PasskeyRefusedException e) {
            throw PASSKEY_REFUSED.because(String.valueOf(e.getMessage()));
        }
        LOG.info("Account {} added a passkey", person);
        return ResponseEntity.status(HttpStatus.CREATED).build();
    }

    /** Succeeds as well if the passkey does not exist or is not theirs. */
    @PostMapping("/account/passkeys/removal")
    @Operation(summary = "Remove one of your passkeys")
    ResponseEntity<Void> remove(@RequestParam String id) {
        var person = person();
        passkeys.remove(person, id);
        LOG.info("Account {} removed a passkey", person);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/account")).build();
    }

    /** Programs have no session to keep a challenge in, and cannot use a passkey. */
    private String person() {
        var id = currentActor.current().id();
        if (accounts.find(id).orElseThrow().kind() != Kind.PERSON)
            throw FORBIDDEN.because("Only persons who are signed in have passkeys.");
        return id;
    }
}
