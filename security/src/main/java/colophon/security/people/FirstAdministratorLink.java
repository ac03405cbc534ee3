package colophon.security.people;

import colophon.security.PublicUrl;
import colophon.security.accounts.UserAccounts;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The link to create the first administrator, printed at the start of an installation that nobody
 * can sign in to. It works once.
 */
final class FirstAdministratorLink {

    private final UserAccounts accounts;
    private final PublicUrl url;
    private final String token;

    FirstAdministratorLink(UserAccounts accounts, PublicUrl url) {
        this.accounts = accounts;
        this.url = url;
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Printed to the terminal and not to the log, because others read the log and it is kept. */
    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (!accounts.isEmpty()) return;
        System.out.println(
                "Nobody can sign in yet. Create the first administrator at "
                        + url.get()
                        + "/set-up?token="
                        + token);
    }

    /** True for the right link while there are no accounts. */
    boolean isOpenTo(String given) {
        return accounts.isEmpty()
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }
}
