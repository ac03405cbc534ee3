package colophon.security.people;

import colophon.security.accounts.Account;
import colophon.security.accounts.Attempts.Source;
import colophon.security.accounts.KnownBrowsers;

import jakarta.servlet.http.HttpServletRequest;

import java.util.Optional;

/**
 * Where an attempt to sign in comes from.
 *
 * @param address the address of the client
 * @param mark the mark that its browser sends
 */
record Origin(String address, String mark) {

    static Origin of(HttpServletRequest request) {
        return new Origin(request.getRemoteAddr(), KnownBrowsers.said(request));
    }

    /** The source of an attempt with that name and the account it belongs to, if there is one. */
    Source of(String name, Optional<Account> account) {
        return new Source(name, address, KnownBrowsers.mark(account, mark));
    }

    /** Omits the mark, which only that browser knows. */
    @Override
    public String toString() {
        return address;
    }
}
