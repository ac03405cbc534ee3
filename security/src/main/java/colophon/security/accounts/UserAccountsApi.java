package colophon.security.accounts;

import static colophon.api.problem.RequestProblem.INVALID_PARAMETER;
import static colophon.security.SecurityProblem.ACCOUNT_NOT_FOUND;
import static colophon.security.SecurityProblem.ACCOUNT_TAKEN;
import static colophon.security.SecurityProblem.PASSWORD_REFUSED;

import colophon.api.access.Actor;
import colophon.api.access.CurrentActor;
import colophon.api.access.Role;
import colophon.api.paging.FoundRecord;
import colophon.api.paging.Paging;
import colophon.api.request.Identifier;
import colophon.api.request.Identifiers;
import colophon.security.ProviderCondition;
import colophon.security.accounts.UserAccount.Kind;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The accounts that can sign in, and their rights. Absent where a provider authenticates everyone.
 */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts")
@Conditional(ProviderCondition.Without.class)
class UserAccountsApi {

    private static final Logger LOG = LoggerFactory.getLogger(UserAccountsApi.class);
    private static final String ROLES =
            "administrator|registrar|bursar|scholarship-officer|auditor|student";

    private final UserAccounts accounts;
    private final Passkeys passkeys;
    private final SecretHashes secrets;
    private final PasswordLinks links;
    private final CurrentActor currentActor;
    private final Clock clock;

    UserAccountsApi(
            UserAccounts accounts,
            Passkeys passkeys,
            SecretHashes secrets,
            PasswordLinks links,
            CurrentActor currentActor,
            Clock clock) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.secrets = secrets;
        this.links = links;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * One account. {@code secret}, or {@code passwordLink} with its expiry, is present only in the
     * answer that creates it.
     */
    record AccountAnswer(
            String id,
            String kind,
            String name,
            List<String> roles,
            List<String> institutions,
            @Nullable String studentId,
            boolean disabled,
            Instant madeAt,
            @Nullable String secret,
            @Nullable String passwordLink,
            @Nullable Instant passwordLinkUntil) {

        /** Omits the secrets, which must not get into a log. */
        @Override
        public String toString() {
            return "Account " + id;
        }

        private AccountAnswer with(@Nullable String secret) {
            return with(secret, null, null);
        }

        private AccountAnswer with(PasswordLinks.NewLink link) {
            return with(null, link.address(), link.until());
        }

        private AccountAnswer with(
                @Nullable String secret, @Nullable String link, @Nullable Instant until) {
            return new AccountAnswer(
                    id,
                    kind,
                    name,
                    roles,
                    institutions,
                    studentId,
                    disabled,
                    madeAt,
                    secret,
                    link,
                    until);
        }
    }

    /** One page of accounts; {@code next} is the cursor of the following page. */
    record AccountsAnswer(List<AccountAnswer> items, @Nullable String next) {}

    /**
     * An account to create. The secret is not validated here, because the message about an invalid
     * body repeats its values and is logged.
     */
    record AccountBody(
            @Nullable @Identifier String id,
            @NotNull @Pattern(regexp = "person|program") String kind,
            @NotNull @Pattern(regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N}@._+-]{0,99}") String name,
            @Nullable @Schema(minLength = 12, maxLength = SecretHashes.LONGEST) String secret,
            @NotNull List<@NotNull @Pattern(regexp = ROLES) String> roles,
            @Nullable List<@NotNull @Identifier String> institutions,
            @Nullable @Identifier String studentId) {

        /** Omits the secret, which must not get into a log. */
        @Override
        public String toString() {
            return "Account " + name;
        }
    }

    /** The rights of an account. */
    record RolesBody(
            @NotNull List<@NotNull @Pattern(regexp = ROLES) String> roles,
            @Nullable List<@NotNull @Identifier String> institutions,
            @Nullable @Identifier String studentId) {}

    /** A new secret. */
    record SecretBody(
            @Nullable @Schema(minLength = 12, maxLength = SecretHashes.LONGEST) String secret) {

        /** Omits the secret, which must not get into a log. */
        @Override
        public String toString() {
            return "A secret";
        }
    }

    @GetMapping
    @Operation(summary = "Accounts of persons or of programs, by id")
    AccountsAnswer list(
            @RequestParam(defaultValue = "person") String kind,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var wanted = kind(kind);
        var page =
                Paging.of("accounts " + kind, limit, cursor)
                        .page(
                                (after, count) ->
                                        accounts.after(wanted, after, count).stream()
                                                .map(one -> new FoundRecord<>(one.id(), one))
                                                .toList(),
                                UserAccountsApi::answer);
        return new AccountsAnswer(page.items(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One account")
    AccountAnswer one(@PathVariable String id) {
        return answer(accounts.find(id).orElseThrow(() -> unknown(id)));
    }

    @PostMapping
    @Operation(
            summary = "Create an account",
            description =
                    "Without a secret, a program gets a secret, and a person gets a link to set a"
                        + " password; only this answer shows it. The same request again gives the"
                        + " existing account; the same id with other values is refused.")
    ResponseEntity<AccountAnswer> make(@Valid @RequestBody AccountBody body) {
        var rights = new RolesBody(body.roles(), body.institutions(), body.studentId());
        check(rights);
        var there = body.id() == null ? null : accounts.find(body.id()).orElse(null);
        if (there != null) {
            if (!isSame(there, body, rights)) throw taken(there.id());
            return ResponseEntity.ok(answer(there));
        }
        var kind = kind(body.kind());
        var id = Identifiers.given(body.id());
        var given = body.secret() == null ? null : checked(body.secret(), body.name());
        var made = given == null && kind == Kind.PROGRAM ? SecretHashes.random() : null;
        var link = given == null && kind == Kind.PERSON ? links.made(id) : null;
        var account =
                UserAccount.of(
                        id,
                        kind,
                        body.name(),
                        given == null
                                ? made == null ? null : SecretHashes.encodeGenerated(made)
                                : secrets.encode(given),
                        new Actor(id, roles(rights), institutions(rights), body.studentId()),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        link == null ? null : link.kept());
        try {
            accounts.add(account);
        } catch (UserAccounts.TakenException _) {
            throw taken(body.name());
        }
        tell("made", account);
        var answer = answer(account);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(link == null ? answer.with(made) : answer.with(link));
    }

    /** True if this body would have created the existing account as it is. */
    private boolean isSame(UserAccount there, AccountBody body, RolesBody rights) {
        var isWithout =
                there.kind() == Kind.PROGRAM
                        ? SecretHashes.isGenerated(there.secret())
                        : there.secret() == null;
        return there.kind() == kind(body.kind())
                && there.name().equals(body.name())
                && there.roles().equals(roles(rights))
                && there.institutions().equals(institutions(rights))
                && Objects.equals(there.studentId(), body.studentId())
                && (body.secret() == null
                        ? isWithout
                        : secrets.matches(body.secret(), there.secret()));
    }

    @PutMapping("/{id}/rights")
    @Operation(
            summary = "Set the rights of an account",
            description = "If the rights change, earlier tokens and sessions end.")
    AccountAnswer rights(@PathVariable String id, @Valid @RequestBody RolesBody body) {
        check(body);
        return changed(
                id,
                "has new rights",
                it -> it.withRights(roles(body), institutions(body), body.studentId()));
    }

    @PostMapping("/{id}/disabling")
    @Operation(summary = "Disable an account at once")
    AccountAnswer disable(@PathVariable String id) {
        return changed(id, "is disabled", it -> it.asDisabled(true));
    }

    @PostMapping("/{id}/enabling")
    @Operation(summary = "Enable an account; earlier tokens and sessions stay invalid")
    AccountAnswer enable(@PathVariable String id) {
        return changed(id, "is enabled", it -> it.asDisabled(false));
    }

    @PostMapping("/{id}/secret")
    @Operation(
            summary = "Set a new password or secret; earlier tokens and sessions end",
            description =
                    "Without a secret in the body, a program gets a new one, and a person gets a"
                            + " link to set a password and has none until then. The person's"
                            + " passkeys are removed, since they may be lost.")
    AccountAnswer secret(@PathVariable String id, @Valid @RequestBody SecretBody body) {
        var account = accounts.find(id).orElseThrow(() -> unknown(id));
        if (body.secret() != null) {
            var hash = secrets.encode(checked(body.secret(), account.name()));
            return reset(id, it -> it.withSecret(hash));
        }
        if (account.kind() == Kind.PROGRAM) {
            var made = SecretHashes.random();
            return reset(id, it -> it.withSecret(SecretHashes.encodeGenerated(made))).with(made);
        }
        var link = links.made(id);
        return reset(id, it -> it.withLink(link.kept())).with(link);
    }

    private AccountAnswer reset(String id, UnaryOperator<UserAccount> change) {
        var answer = changed(id, "has a new secret", change);
        passkeys.removeAll(id);
        return answer;
    }

    private AccountAnswer changed(String id, String how, UnaryOperator<UserAccount> change) {
        try {
            var after =
                    accounts.change(
                            id,
                            before -> {
                                var changed = change.apply(before);
                                LastAdministrator.check(accounts, before, changed);
                                return changed;
                            });
            tell(how, after);
            return answer(after);
        } catch (NoSuchElementException _) {
            throw unknown(id);
        }
    }

    private void tell(String what, UserAccount account) {
        LOG.info(
                "Account {} ({}, {}) {}, by {}",
                account.id(),
                account.kind(),
                account.roles(),
                what,
                currentActor.current().id());
    }

    private static void check(RolesBody rights) {
        if (rights.roles().contains("student") != (rights.studentId() != null))
            throw invalid("The role student and a studentId go together.");
    }

    private static String checked(String secret, String name) {
        PasswordRules.refusal(secret, name)
                .ifPresent(
                        why -> {
                            throw PASSWORD_REFUSED.because(why);
                        });
        return secret;
    }

    private static Set<Role> roles(RolesBody rights) {
        return rights.roles().stream()
                .flatMap(word -> Role.of(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> institutions(RolesBody rights) {
        return rights.institutions() == null
                ? Set.of()
                : Set.copyOf(Set.copyOf(rights.institutions()));
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "person" -> Kind.PERSON;
            case "program" -> Kind.PROGRAM;
            default ->
                    throw INVALID_PARAMETER.because(
                            "kind is '" + word + "', not person or program.");
        };
    }

    private static AccountAnswer answer(UserAccount account) {
        return new AccountAnswer(
                account.id(),
                account.kind() == Kind.PERSON ? "person" : "program",
                account.name(),
                account.roles().stream().map(Role::word).sorted().toList(),
                account.institutions().stream().sorted().toList(),
                account.studentId(),
                account.disabled(),
                account.madeAt(),
                null,
                null,
                null);
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
