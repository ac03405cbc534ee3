package colophon.security.embedded;

import static colophon.security.SecurityProblem.FORBIDDEN;

import colophon.api.access.AuthorizationRecheck;
import colophon.api.access.CurrentActor;
import colophon.security.accounts.UserAccount;
import colophon.security.accounts.UserAccounts;
import colophon.security.matrix.AuthorizationMatrix;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;

/** Reads from the account, each time it is asked, what its owner may still do. */
final class UserAccountRecheck implements AuthorizationRecheck {

    private final UserAccounts accounts;
    private final CurrentActor currentActor;

    UserAccountRecheck(UserAccounts accounts, CurrentActor currentActor) {
        this.accounts = accounts;
        this.currentActor = currentActor;
    }

    @Override
    public void require(String route) {
        if (!AuthorizationMatrix.admits(route, currentActor.current()))
            throw FORBIDDEN.because("Your roles do not allow " + route + ".");
    }

    @Override
    public String grant() {
        return accounts.find(currentActor.current().id()).map(UserAccountRecheck::grant).orElse("");
    }

    @Override
    public Optional<String> ended(
            String who,
            @Nullable String grant,
            String route,
            @Nullable Set<String> institutionIds) {
        var found = accounts.find(who);
        if (found.isEmpty()) return Optional.of("Account " + who + " no longer exists.");
        var account = found.get();
        if (account.disabled()) return Optional.of("Account " + who + " was disabled.");
        if (grant != null && !grant.equals(grant(account)))
            return Optional.of("The rights or the secret of account " + who + " were changed.");
        if (!AuthorizationMatrix.admits(route, account.person()))
            return Optional.of("The roles of account " + who + " do not allow " + route + ".");
        if (!account.institutions().isEmpty()
                && (institutionIds == null || !account.institutions().containsAll(institutionIds)))
            return Optional.of("Account " + who + " has no roles for all of its institutions.");
        return Optional.empty();
    }

    /** Changes whenever the tokens and sessions of the account are ended. */
    private static String grant(UserAccount account) {
        return "account " + account.generation();
    }
}
