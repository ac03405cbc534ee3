package colophon.security.people;

import colophon.security.Role;
import colophon.security.SignedIn;
import colophon.security.WithProvider;
import colophon.security.accounts.Account;
import colophon.security.accounts.Account.Kind;
import colophon.security.accounts.Accounts;
import colophon.security.accounts.Passkeys;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The pages to sign in, to make the first administrator, and of one's own account. */
@RestController
@RequestMapping(produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
@Conditional(WithProvider.Without.class)
class PeoplePages {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 72;

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final PasswordEncoder encoder;
    private final SetUp setUp;
    private final SignedIn signedIn;
    private final Clock clock;

    PeoplePages(
            Accounts accounts,
            Passkeys passkeys,
            PasswordEncoder encoder,
            SetUp setUp,
            SignedIn signedIn,
            Clock clock) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.encoder = encoder;
        this.setUp = setUp;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    @Operation(summary = "The page to sign in")
    String signIn(HttpServletRequest request) {
        var wrong =
                request.getParameter("wrong") == null
                        ? ""
                        : "<p role=\"alert\">That name and that password do not belong"
                                + " together.</p>";
        return Page.of(
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
                        .formatted(wrong, csrf(request), OwnPasskeys.WAY_IN));
    }

    @GetMapping("/set-up")
    @Operation(summary = "The page to make the first administrator")
    ResponseEntity<String> setUp(@RequestParam String token, HttpServletRequest request) {
        if (!setUp.isOpenTo(token)) return usedUp();
        return ResponseEntity.ok(
                Page.of(
                        "The first administrator",
                        """
                        <form method="post" action="/set-up">
                          %s<input type="hidden" name="token" value="%s">
                          <p><label>Name <input name="name" autocomplete="username" required maxlength="100"></label></p>
                          <p><label>Password, 12 characters or more <input name="password" type="password" autocomplete="new-password" required minlength="12" maxlength="72"></label></p>
                          <p><button>Make the account</button></p>
                        </form>
                        """
                                .formatted(csrf(request), Page.text(token))));
    }

    @PostMapping("/set-up")
    @Operation(summary = "Make the first administrator")
    ResponseEntity<String> setUp(
            @RequestParam String token, @RequestParam String name, @RequestParam String password) {
        synchronized (setUp) {
            if (!setUp.isOpenTo(token)) return usedUp();
            if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}@._+-]{0,99}") || !fits(password))
                return refused("A name without blanks, and a password of 12 to 72 bytes.");
            var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            accounts.add(
                    new Account(
                            UUID.randomUUID().toString(),
                            Kind.PERSON,
                            name,
                            encoder.encode(password),
                            Set.of(Role.ADMINISTRATOR),
                            Set.of(),
                            null,
                            false,
                            now,
                            now));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/sign-in")).build();
    }

    @GetMapping("/account")
    @Operation(summary = "The page of one's own account")
    String account(HttpServletRequest request) {
        var person = signedIn.current();
        var account = accounts.find(person.id()).orElseThrow();
        var form =
                account.kind() == Kind.PROGRAM
                        ? ""
                        : """
                        <h2>Another password</h2>
                        <form method="post" action="/account/password">
                          %s
                          <p><label>Password so far <input name="password" type="password" autocomplete="current-password" required></label></p>
                          <p><label>New password, 12 characters or more <input name="next" type="password" autocomplete="new-password" required minlength="12" maxlength="72"></label></p>
                          <p><button>Change it</button></p>
                        </form>
                        %s
                        <h2>Leave</h2>
                        <form method="post" action="/sign-out">%s<p><button>Sign out</button></p></form>
                        """
                                .formatted(
                                        csrf(request),
                                        OwnPasskeys.of(passkeys.of(account.id()), csrf(request)),
                                        csrf(request));
        return Page.of(
                "Your account",
                "<p>You are signed in as <strong>%s</strong> (%s), in the log as <code>%s</code>.</p>%s"
                        .formatted(
                                Page.text(account.name()),
                                person.roles().stream()
                                        .map(Role::word)
                                        .sorted()
                                        .collect(Collectors.joining(", ")),
                                person.id(),
                                form));
    }

    @PostMapping("/account/password")
    @Operation(summary = "Change one's own password; other sessions end")
    ResponseEntity<String> password(@RequestParam String password, @RequestParam String next) {
        var account = accounts.find(signedIn.current().id()).orElseThrow();
        if (account.kind() != Kind.PERSON
                || !encoder.matches(password, Objects.requireNonNull(account.secret())))
            return refused("That is not the password so far.");
        if (!fits(next)) return refused("A password has 12 to 72 bytes.");
        accounts.change(
                account.id(),
                it ->
                        new Account(
                                it.id(),
                                it.kind(),
                                it.name(),
                                encoder.encode(next),
                                it.roles(),
                                it.institutions(),
                                it.studentId(),
                                it.disabled(),
                                it.madeAt(),
                                clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1)));
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/sign-in")).build();
    }

    private static boolean fits(String password) {
        return password.length() >= SHORTEST
                && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    private static ResponseEntity<String> usedUp() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .body(
                        Page.of(
                                "Not this way",
                                "<p>This link is not valid, or no longer. While nobody can sign in,"
                                        + " each start prints a new one.</p>"));
    }

    private static ResponseEntity<String> refused(String why) {
        return ResponseEntity.badRequest()
                .body(Page.of("Not so", "<p role=\"alert\">" + Page.text(why) + "</p>"));
    }

    private static String csrf(HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(token.getParameterName(), Page.text(token.getToken()));
    }
}
