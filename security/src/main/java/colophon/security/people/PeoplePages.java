package colophon.security.people;

import colophon.api.access.Actor;
import colophon.api.access.CurrentActor;
import colophon.api.access.Role;
import colophon.security.ProviderCondition;
import colophon.security.accounts.Passkeys;
import colophon.security.accounts.PasswordLinks;
import colophon.security.accounts.PasswordRules;
import colophon.security.accounts.SecretHashes;
import colophon.security.accounts.UserAccount;
import colophon.security.accounts.UserAccount.Kind;
import colophon.security.accounts.UserAccounts;
import colophon.security.attempts.KnownBrowsers;
import colophon.security.attempts.SignInAttempts;
import colophon.security.attempts.TooManyAttemptsException;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The pages to sign in, to create the first administrator, and to manage the person's own account.
 */
@RestController
@RequestMapping(produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
@Conditional(ProviderCondition.Without.class)
class PeoplePages {

    private final UserAccounts accounts;
    private final Passkeys passkeys;
    private final SecretHashes secrets;
    private final PasswordLinks links;
    private final SignInAttempts attempts;
    private final KnownBrowsers browsers;
    private final FirstAdministratorLink setUp;
    private final CurrentActor currentActor;
    private final Clock clock;

    PeoplePages(
            UserAccounts accounts,
            Passkeys passkeys,
            SecretHashes secrets,
            PasswordLinks links,
            SignInAttempts attempts,
            KnownBrowsers browsers,
            FirstAdministratorLink setUp,
            CurrentActor currentActor,
            Clock clock) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.secrets = secrets;
        this.links = links;
        this.attempts = attempts;
        this.browsers = browsers;
        this.setUp = setUp;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    @Operation(summary = "Show the sign-in page")
    String signIn(HttpServletRequest request) {
        var wrong =
                request.getParameter("wrong") == null
                        ? ""
                        : "<p role=\"alert\">The name or the password is wrong.</p>";
        return PageFrame.of(
                "Sign in",
                """
                %s<form method="post" action="/sign-in">
                  %s
                  <p><label>Name <input name="name" autocomplete="username" required autofocus></label></p>
                  <p><label>Password <input name="password" type="password" autocomplete="current-password" required></label></p>
                  <p><button>Sign in</button></p>
                </form>
                %s
                """
                        .formatted(wrong, csrf(request), PasskeySection.WAY_IN));
    }

    @GetMapping("/set-up")
    @Operation(summary = "Show the page that creates the first administrator")
    ResponseEntity<String> setUp(@RequestParam String token, HttpServletRequest request) {
        if (!setUp.isOpenTo(token)) return usedUp();
        return ResponseEntity.ok(
                PageFrame.of(
                        "The first administrator",
                        """
                        <form method="post" action="/set-up">
                          %s<input type="hidden" name="token" value="%s">
                          <p><label>Name <input name="name" autocomplete="username" required maxlength="100"></label></p>
                          <p><label>Password, 12 characters or more <input name="password" type="password" autocomplete="new-password" required minlength="12" maxlength="72"></label></p>
                          <p><button>Create the account</button></p>
                        </form>
                        """
                                .formatted(csrf(request), PageFrame.text(token))));
    }

    @PostMapping("/set-up")
    @Operation(summary = "Create the first administrator")
    ResponseEntity<String> setUp(
            @RequestParam String token, @RequestParam String name, @RequestParam String password) {
        synchronized (setUp) {
            if (!setUp.isOpenTo(token)) return usedUp();
            if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}@._+-]{0,99}"))
                return refused("A name has at most 100 characters and no blanks.");
            var weak = PasswordRules.refusal(password, name);
            if (weak.isPresent()) return refused(weak.get());
            var id = UUID.randomUUID().toString();
            accounts.add(
                    UserAccount.of(
                            id,
                            Kind.PERSON,
                            name,
                            secrets.encode(password),
                            new Actor(id, Set.of(Role.ADMINISTRATOR), Set.of(), null),
                            clock.instant().truncatedTo(ChronoUnit.SECONDS),
                            null));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/sign-in")).build();
    }

    @GetMapping("/account")
    @Operation(summary = "Show the page of your account")
    String account(HttpServletRequest request) {
        var actor = currentActor.current();
        var account = accounts.find(actor.id()).orElseThrow();
        var form =
                account.kind() == Kind.PROGRAM
                        ? ""
                        : """
                        <h2>Change your password</h2>
                        <form method="post" action="/account/password">
                          %s
                          <p><label>Current password <input name="password" type="password" autocomplete="current-password" required></label></p>
                          <p><label>New password, 12 characters or more <input name="next" type="password" autocomplete="new-password" required minlength="12" maxlength="72"></label></p>
                          <p><button>Change the password</button></p>
                        </form>
                        %s
                        <h2>End your session</h2>
                        <form method="post" action="/sign-out">%s<p><button>Sign out</button></p></form>
                        """
                                .formatted(
                                        csrf(request),
                                        PasskeySection.of(passkeys.of(account.id()), csrf(request)),
                                        csrf(request));
        return PageFrame.of(
                "Your account",
                "<p>You are signed in as <strong>%s</strong> (%s). The log names you <code>%s</code>.</p>%s"
                        .formatted(
                                PageFrame.text(account.name()),
                                actor.roles().stream()
                                        .map(Role::word)
                                        .sorted()
                                        .collect(Collectors.joining(", ")),
                                actor.id(),
                                form));
    }

    @PostMapping("/account/password")
    @Operation(summary = "Change your password; all your sessions end")
    ResponseEntity<String> password(
            @RequestParam String password,
            @RequestParam String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = accounts.find(currentActor.current().id()).orElseThrow();
        if (account.kind() != Kind.PERSON) return refused("Programs have no password.");
        var source = SignInOrigin.of(request).of(account.name(), Optional.of(account));
        var wait = attempts.toWait(source);
        if (wait.isPositive()) return tooMany(wait);
        if (!secrets.matches(password, account.secret())) {
            attempts.failed(source);
            return refused("The current password is wrong.");
        }
        attempts.succeeded(source);
        var weak = PasswordRules.refusal(next, account.name());
        if (weak.isPresent()) return refused(weak.get());
        return changed(account.id(), next, it -> it.generation() == account.generation(), response);
    }

    @GetMapping(PasswordLinks.PAGE)
    @Operation(summary = "Show the page that sets a password with a link")
    String withLink(HttpServletRequest request) {
        return PageFrame.of(
                "Your password",
                """
                <form method="post" action="/password">
                  %s
                  <p><label>Code of the link: everything after its # <input name="code" id="code" autocomplete="off" required maxlength="200"></label></p>
                  <p><label>New password, 12 characters or more <input name="next" type="password" autocomplete="new-password" required minlength="12" maxlength="72"></label></p>
                  <p><button>Set the password</button></p>
                </form>
                <script src="/password.js" defer></script>
                """
                        .formatted(csrf(request)));
    }

    @PostMapping(PasswordLinks.PAGE)
    @Operation(summary = "Set a password with a link, which works once")
    ResponseEntity<String> withLink(
            @RequestParam String code, @RequestParam String next, HttpServletResponse response) {
        var account =
                PasswordLinks.accountOf(code)
                        .flatMap(accounts::find)
                        .filter(it -> links.opens(it, code));
        if (account.isEmpty()) return linkUsedUp();
        // Refused before the link is used up, so that the person can choose again.
        var weak = PasswordRules.refusal(next, account.get().name());
        if (weak.isPresent()) return refused(weak.get());
        return changed(account.get().id(), next, it -> links.opens(it, code), response);
    }

    /**
     * Checks the condition again inside the change: of two simultaneous requests, one comes too
     * late.
     */
    private ResponseEntity<String> changed(
            String id, String next, Predicate<UserAccount> holds, HttpServletResponse response) {
        var hash = secrets.encode(next);
        var after = accounts.change(id, it -> holds.test(it) ? it.withSecret(hash) : it);
        if (!hash.equals(after.secret())) return linkUsedUp();
        browsers.remember(response, after);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/sign-in")).build();
    }

    private static ResponseEntity<String> tooMany(Duration wait) {
        var seconds = new TooManyAttemptsException(wait).seconds();
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, "" + seconds)
                .body(
                        PageFrame.of(
                                "Too many attempts",
                                "<p role=\"alert\">Try again in %d seconds.</p>"
                                        .formatted(seconds)));
    }

    private static ResponseEntity<String> linkUsedUp() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .body(
                        PageFrame.of(
                                "This link is not valid",
                                "<p role=\"alert\">Each link works once, for three days. An"
                                        + " administrator can make a new one for you.</p>"));
    }

    private static ResponseEntity<String> usedUp() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .body(
                        PageFrame.of(
                                "This link is not valid",
                                "<p>It may be used up or old. While nobody can sign in, each start"
                                        + " prints a new one.</p>"));
    }

    private static ResponseEntity<String> refused(String why) {
        return ResponseEntity.badRequest()
                .body(
                        PageFrame.of(
                                "Not accepted",
                                "<p role=\"alert\">" + PageFrame.text(why) + "</p>"));
    }

    private static String csrf(HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(token.getParameterName(), PageFrame.text(token.getToken()));
    }
}
