package colophon.security.embedded;

import static colophon.security.SecurityProblem.FORBIDDEN;

import colophon.commands.desk.Standing;
import colophon.security.SignedIn;
import colophon.security.accounts.Account;
import colophon.security.accounts.Accounts;
import colophon.security.matrix.Matrix;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;

/** Reads from the account, each time it is asked, what its owner may still do. */
final class AccountStanding implements Standing {

    private final Accounts accounts;
    private final SignedIn signedIn;

    AccountStanding(Accounts accounts, SignedIn signedIn) {
        this.accounts = accounts;
        this.signedIn = signedIn;
    }

    @Override
    public void require(String route) {
        if (!Matrix.admits(route, signedIn.current()))
            throw FORBIDDEN.because("Your roles do not allow " + route + ".");
    }

    @Override
    public String grant() {
        return accounts.find(signedIn.current().id()).map(AccountStanding::grant).orElse("");
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
        if (!Matrix.admits(route, account.person()))
            return Optional.of("The roles of account " + who + " do not allow " + route + ".");
        if (!account.institutions().isEmpty()
                && (institutionIds == null || !account.institutions().containsAll(institutionIds)))
            return Optional.of("Account " + who + " has no roles for all of its institutions.");
        return Optional.empty();
    }

    /** Changes whenever the tokens and sessions of the account are ended. */
    private static String grant(Account account) {
        return "account " + account.generation();
    }
}
