package colophon.security.people;

import colophon.security.accounts.UserAccount;
import colophon.security.attempts.KnownBrowsers;
import colophon.security.attempts.SignInAttempts.AttemptSource;

import jakarta.servlet.http.HttpServletRequest;

import java.util.Optional;

/**
 * Where an attempt to sign in comes from.
 *
 * @param address the address of the client
 * @param mark the mark that its browser sends
 */
record SignInOrigin(String address, String mark) {

    static SignInOrigin of(HttpServletRequest request) {
        return new SignInOrigin(request.getRemoteAddr(), KnownBrowsers.said(request));
    }

    /** The source of an attempt with that name and the account it belongs to, if there is one. */
    AttemptSource of(String name, Optional<UserAccount> account) {
        return new AttemptSource(name, address, KnownBrowsers.mark(account, mark));
    }

    /** Omits the mark, which only that browser knows. */
    @Override
    public String toString() {
        return address;
    }
}
