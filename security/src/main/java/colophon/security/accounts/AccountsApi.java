package colophon.security.accounts;

import static colophon.security.SecurityProblem.ACCOUNT_NOT_FOUND;
import static colophon.security.SecurityProblem.ACCOUNT_TAKEN;
import static colophon.security.SecurityProblem.LAST_ADMINISTRATOR;

import colophon.commands.request.Identifier;
import colophon.commands.request.Ids;
import colophon.security.Role;
import colophon.security.SignedIn;
import colophon.security.WithProvider;
import colophon.security.accounts.Account.Kind;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Who can sign in, and as what. Not there where a provider knows everybody. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts")
@Conditional(WithProvider.Without.class)
class AccountsApi {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsApi.class);
    private static final String ROLES =
            "administrator|registrar|bursar|scholarship-officer|auditor|student";

    /** What bcrypt reads. */
    private static final int LONGEST_SECRET = 72;

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final PasswordEncoder encoder;
    private final SignedIn signedIn;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccountsApi(
            Accounts accounts,
            Passkeys passkeys,
            PasswordEncoder encoder,
            SignedIn signedIn,
            Clock clock) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.encoder = encoder;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** One account; {@code secret} only where it was made just now, and never again. */
    record AccountAnswer(
            String id,
            String kind,
            String name,
            List<String> roles,
            List<String> institutions,
            @Nullable String studentId,
            boolean disabled,
            Instant madeAt,
            @Nullable String secret) {}

    /** One page of them; {@code next} is the cursor of the page after it. */
    record AccountsAnswer(List<AccountAnswer> items, @Nullable String next) {}

    /** An account to be made. */
    record AccountBody(
            @Nullable @Identifier String id,
            @NotNull @Pattern(regexp = "person|program") String kind,
            @NotNull @Pattern(regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N}@._+-]{0,99}") String name,
            @Nullable @Size(min = 12, max = LONGEST_SECRET) String secret,
            @NotNull List<@NotNull @Pattern(regexp = ROLES) String> roles,
            @Nullable List<@NotNull @Identifier String> institutions,
            @Nullable @Identifier String studentId) {}

    /** What an account may. */
    record RightsBody(
            @NotNull List<@NotNull @Pattern(regexp = ROLES) String> roles,
            @Nullable List<@NotNull @Identifier String> institutions,
            @Nullable @Identifier String studentId) {}

    /** A secret to be set. */
    record SecretBody(@Nullable @Size(min = 12, max = LONGEST_SECRET) String secret) {}

    @GetMapping
    @Operation(summary = "Accounts of persons or of programs, by id")
    AccountsAnswer list(
            @RequestParam(defaultValue = "person") String kind,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > 200) throw invalid("limit is " + limit + ", not 1 to 200.");
        var page = accounts.after(kind(kind), cursor == null ? "" : cursor, limit + 1);
        var items = page.stream().limit(limit).map(account -> answer(account, null)).toList();
        return new AccountsAnswer(items, page.size() > limit ? items.getLast().id() : null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One account")
    AccountAnswer one(@PathVariable String id) {
        return answer(accounts.find(id).orElseThrow(() -> unknown(id)), null);
    }

    @PostMapping
    @Operation(
            summary = "Make an account",
            description =
                    "A program without a secret gets one, which is answered this once. The same id"
                            + " and name again answers the account that is there.")
    ResponseEntity<AccountAnswer> make(@Valid @RequestBody AccountBody body) {
        var rights = new RightsBody(body.roles(), body.institutions(), body.studentId());
        check(rights);
        var kind = kind(body.kind());
        var there = body.id() == null ? null : accounts.find(body.id()).orElse(null);
        if (there != null) {
            if (there.kind() != kind
                    || !there.name().equals(body.name())
                    || !there.roles().equals(roles(rights))) throw taken(there.id());
            return ResponseEntity.ok(answer(there, null));
        }
        var made = kind == Kind.PROGRAM && body.secret() == null ? newSecret() : null;
        var secret = made == null ? body.secret() : made;
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var account =
                new Account(
                        Ids.given(body.id()),
                        kind,
                        body.name(),
                        secret == null ? null : encoder.encode(checked(secret)),
                        roles(rights),
                        institutions(rights),
                        body.studentId(),
                        false,
                        now,
                        now);
        try {
            accounts.add(account);
        } catch (Accounts.TakenException _) {
            throw taken(body.name());
        }
        tell("made", account);
        return ResponseEntity.status(HttpStatus.CREATED).body(answer(account, made));
    }

    @PutMapping("/{id}/rights")
    @Operation(summary = "Say what an account may, from now on")
    AccountAnswer rights(@PathVariable String id, @Valid @RequestBody RightsBody body) {
        check(body);
        return changed(
                id,
                "has other rights now",
                it ->
                        new Account(
                                it.id(),
                                it.kind(),
                                it.name(),
                                it.secret(),
                                roles(body),
                                institutions(body),
                                body.studentId(),
                                it.disabled(),
                                it.madeAt(),
                                it.validFrom()));
    }

    @PostMapping("/{id}/disabling")
    @Operation(summary = "Let nobody in with an account any more, at once")
    AccountAnswer disable(@PathVariable String id) {
        return changed(id, "is disabled", it -> with(it, it.secret(), true));
    }

    @PostMapping("/{id}/enabling")
    @Operation(summary = "Let an account in again; what it had before is not valid")
    AccountAnswer enable(@PathVariable String id) {
        return changed(id, "is enabled", it -> with(it, it.secret(), false));
    }

    @PostMapping("/{id}/secret")
    @Operation(
            summary = "Set another password or secret; tokens and sessions from before end",
            description =
                    "A program without a secret in the body gets a new one. The passkeys of a"
                            + " person are removed: whoever asks for this may have lost them.")
    AccountAnswer secret(@PathVariable String id, @Valid @RequestBody SecretBody body) {
        var kind = accounts.find(id).orElseThrow(() -> unknown(id)).kind();
        if (body.secret() == null && kind == Kind.PERSON)
            throw invalid("A person's account needs a password.");
        var made = body.secret() == null ? newSecret() : null;
        var hash = encoder.encode(made == null ? checked(body.secret()) : made);
        var answer = changed(id, "has another secret", it -> with(it, hash, it.disabled()));
        passkeys.removeAll(id);
        return made == null ? answer : answer(accounts.find(id).orElseThrow(), made);
    }

    /** What was issued up to now is not valid any more: tokens tell the time in seconds. */
    private Account with(Account it, @Nullable String secret, boolean disabled) {
        return new Account(
                it.id(),
                it.kind(),
                it.name(),
                secret,
                it.roles(),
                it.institutions(),
                it.studentId(),
                disabled,
                it.madeAt(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    }

    private AccountAnswer changed(String id, String how, UnaryOperator<Account> change) {
        try {
            var after =
                    accounts.change(
                            id,
                            before -> {
                                var changed = change.apply(before);
                                if (isAdministrator(before) && !isAdministrator(changed))
                                    keepOneAdministrator(id);
                                return changed;
                            });
            tell(how, after);
            return answer(after, null);
        } catch (NoSuchElementException _) {
            throw unknown(id);
        }
    }

    private void keepOneAdministrator(String id) {
        for (var kind : Kind.values()) {
            var after = "";
            while (true) {
                var some = accounts.after(kind, after, 200);
                if (some.stream().anyMatch(it -> !it.id().equals(id) && isAdministrator(it)))
                    return;
                if (some.isEmpty()) break;
                after = some.getLast().id();
            }
        }
        throw LAST_ADMINISTRATOR.because(
                "Without account " + id + " nobody could give others their roles.");
    }

    /** One who sees to all institutions and can come in. */
    private static boolean isAdministrator(Account account) {
        return account.roles().contains(Role.ADMINISTRATOR)
                && account.institutions().isEmpty()
                && account.secret() != null
                && !account.disabled();
    }

    private void tell(String what, Account account) {
        LOG.info(
                "Account {} ({}, {}) {}, by {}",
                account.id(),
                account.kind(),
                account.roles(),
                what,
                signedIn.current().id());
    }

    private static void check(RightsBody rights) {
        if (rights.roles().contains("student") != (rights.studentId() != null))
            throw invalid("The role student and a studentId go together.");
    }

    private static String checked(@Nullable String secret) {
        if (secret == null || secret.getBytes(StandardCharsets.UTF_8).length > LONGEST_SECRET)
            throw invalid("A secret has at most " + LONGEST_SECRET + " bytes.");
        return secret;
    }

    private String newSecret() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Set<Role> roles(RightsBody rights) {
        return rights.roles().stream()
                .flatMap(word -> Role.of(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> institutions(RightsBody rights) {
        return rights.institutions() == null
                ? Set.of()
                : Set.copyOf(Set.copyOf(rights.institutions()));
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "person" -> Kind.PERSON;
            case "program" -> Kind.PROGRAM;
            default -> throw invalid("kind is '" + word + "', not person or program.");
        };
    }

    private static AccountAnswer answer(Account account, @Nullable String secret) {
        return new AccountAnswer(
                account.id(),
                account.kind() == Kind.PERSON ? "person" : "program",
                account.name(),
                account.roles().stream().map(Role::word).sorted().toList(),
                account.institutions().stream().sorted().toList(),
                account.studentId(),
                account.disabled(),
                account.madeAt(),
                secret);
    }

    private static RuntimeException unknown(String id) {
        return ACCOUNT_NOT_FOUND.because("There is no account " + id + ".");
    }

    private static RuntimeException taken(String name) {
        return ACCOUNT_TAKEN.because("There is another account " + name + ".");
    }

    private static ResponseStatusException invalid(String detail) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
    }
}
