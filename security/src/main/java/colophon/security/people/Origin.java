package colophon.security.people;

import colophon.security.accounts.Account;
import colophon.security.accounts.Attempts.Source;
import colophon.security.accounts.KnownBrowsers;

import jakarta.servlet.http.HttpServletRequest;

import java.util.Optional;

/**
 * Where an attempt to sign in comes from.
 *
 * @param address of the client
 * @param mark what its browser says of itself
 */
record Origin(String address, String mark) {

    static Origin of(HttpServletRequest request) {
        return new Origin(request.getRemoteAddr(), KnownBrowsers.said(request));
    }

    /** Who tries that name, which belongs to this account, if there is one. */
    Source of(String name, Optional<Account> account) {
        return new Source(name, address, KnownBrowsers.mark(account, mark));
    }

    /** Without what only that browser knows. */
    @Override
    public String toString() {
        return address;
    }
}
