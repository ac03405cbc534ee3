package colophon.security.accounts;

import static colophon.security.SecurityProblem.LAST_ADMINISTRATOR;

import colophon.api.access.Role;
import colophon.security.accounts.UserAccount.Kind;

/** Somebody can always give others their roles: the last administrator stays one. */
final class LastAdministrator {

    private LastAdministrator() {}

    /** Throws the problem {@code last-administrator} if nobody would be left after this change. */
    static void check(UserAccounts accounts, UserAccount before, UserAccount after) {
        if (!isAdministrator(before) || isAdministrator(after)) return;
        for (var kind : Kind.values()) {
            var from = "";
            while (true) {
                var some = accounts.after(kind, from, 200);
                if (some.stream()
                        .anyMatch(it -> !it.id().equals(before.id()) && isAdministrator(it)))
                    return;
                if (some.isEmpty()) break;
                from = some.getLast().id();
            }
        }
        throw LAST_ADMINISTRATOR.because(
                "Without account " + before.id() + " nobody could give others their roles.");
    }

    /** True for an administrator of all institutions who can sign in. */
    private static boolean isAdministrator(UserAccount account) {
        return account.roles().contains(Role.ADMINISTRATOR)
                && account.institutions().isEmpty()
                && account.secret() != null
                && !account.disabled();
    }
}
