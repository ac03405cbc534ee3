package colophon.security.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import colophon.api.access.Actor;
import colophon.api.access.Role;
import colophon.security.ActorAuthentication;
import colophon.security.accounts.UserAccount;
import colophon.security.accounts.UserAccounts;
import colophon.security.matrix.RequestActor;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.ErrorResponseException;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The present rights of an account decide, not those it had when it began the work. */
class UserAccountRecheckTest {

    private static final String PAY = "POST /api/v1/payments";
    private static final Instant THEN = Instant.parse("2026-05-01T10:00:00Z");

    private @Nullable UserAccount account = account(Set.of(Role.BURSAR), Set.of(), false, 0);
    private final UserAccountRecheck standing =
            new UserAccountRecheck(accounts(), new RequestActor());

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void goes_on_while_all_is_as_it_was() {
        assertThat(ended(grant(), null)).isEmpty();
        assertThat(ended(grant(), Set.of("i"))).isEmpty();
    }

    @Test
    void ends_with_the_account() {
        var grant = grant();
        account = null;
        assertThat(ended(grant, null)).hasValueSatisfying(why -> assertThat(why).contains("a-1"));
    }

    @Test
    void ends_when_it_is_disabled() {
        var grant = grant();
        account = account(Set.of(Role.BURSAR), Set.of(), true, 0);
        assertThat(ended(grant, null))
                .hasValueSatisfying(why -> assertThat(why).contains("disabled"));
    }

    @Test
    void ends_with_whatever_ends_its_tokens_also_if_the_rights_are_the_same() {
        var grant = grant();
        account = account(Set.of(Role.BURSAR), Set.of(), false, 1);
        assertThat(ended(grant, null))
                .hasValueSatisfying(why -> assertThat(why).contains("changed"));
        assertThat(ended("until 2026-05-01T10:00:00Z", null)).as("of a provider").isPresent();
    }

    @Test
    void ends_with_the_role_for_what_it_does() {
        account = account(Set.of(Role.REGISTRAR, Role.AUDITOR), Set.of(), false, 0);
        assertThat(ended(grant(), null)).isPresent();
        assertThat(standing.ended("a-1", grant(), "POST /api/v1/students", null)).isEmpty();
        assertThat(standing.ended("a-1", grant(), "POST /api/v1/no-such-route", null)).isPresent();
        account = account(Set.of(), Set.of(), false, 0);
        assertThat(ended(grant(), null)).isPresent();
    }

    @Test
    void ends_with_the_institutions() {
        account = account(Set.of(Role.BURSAR), Set.of("i", "j"), false, 0);
        assertThat(ended(grant(), Set.of("i"))).isEmpty();
        assertThat(ended(grant(), Set.of("i", "k"))).isPresent();
        assertThat(ended(grant(), null)).as("begun for all").isPresent();
    }

    /** Work that a program began without a grant still needs all other rights. */
    @Test
    void what_has_no_grant_is_held_against_the_account() {
        assertThat(ended(null, null)).isEmpty();
        account = account(Set.of(Role.BURSAR), Set.of(), true, 0);
        assertThat(ended(null, null)).isPresent();
    }

    @Test
    void who_asks_now_needs_the_role_now() {
        signedIn(Role.BURSAR);
        assertThatNoException().isThrownBy(() -> standing.require(PAY));
        signedIn(Role.REGISTRAR);
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> standing.require(PAY))
                .satisfies(e -> assertThat(e.getStatusCode().value()).isEqualTo(403));
    }

    private Optional<String> ended(@Nullable String grant, @Nullable Set<String> institutions) {
        return standing.ended("a-1", grant, PAY, institutions);
    }

    private String grant() {
        signedIn(Role.BURSAR);
        return standing.grant();
    }

    private static void signedIn(Role role) {
        var actor = new Actor("a-1", Set.of(role), Set.of(), null);
        SecurityContextHolder.getContext().setAuthentication(new ActorAuthentication(actor, THEN));
    }

    private static UserAccount account(
            Set<Role> roles, Set<String> institutions, boolean disabled, int changes) {
        return new UserAccount(
                "a-1",
                UserAccount.Kind.PROGRAM,
                "importer",
                null,
                roles,
                institutions,
                null,
                disabled,
                THEN,
                1 + changes,
                null);
    }

    /** Accounts that only support a lookup. */
    private UserAccounts accounts() {
        return (UserAccounts)
                Proxy.newProxyInstance(
                        UserAccounts.class.getClassLoader(),
                        new Class<?>[] {UserAccounts.class},
                        (_, method, with) -> {
                            if (method.getName().equals("find") && with[0].equals("a-1"))
                                return Optional.ofNullable(account);
                            throw new UnsupportedOperationException(method.getName());
                        });
    }
}
