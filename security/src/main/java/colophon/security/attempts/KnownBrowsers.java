package colophon.security.attempts;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.security.accounts.SecretHashes;
import colophon.security.accounts.UserAccount;
import colophon.security.http.CookieNames;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks a browser in which somebody has signed in. Attempts with a mark are counted separately, so
 * that other people's guesses lock nobody out. A mark grants no access. It is signed with the hash
 * of the account's password, so a new password makes it void.
 */
public final class KnownBrowsers {

    /** The name of the cookie that holds the mark. */
    static final String COOKIE = "KNOWN";

    private static final Duration LASTS = Duration.ofDays(180);
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");

    private final boolean encrypted;

    /** {@code encrypted} is true where browsers use TLS. */
    public KnownBrowsers(boolean encrypted) {
        this.encrypted = encrypted;
    }

    /**
     * The mark that a request carries; empty if there is none, or if we could not have issued it.
     */
    public static String said(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> isOurs(cookie.getName()))
                        .map(Cookie::getValue)
                        .filter(value -> FORM.matcher(value).matches())
                        .findFirst()
                        .orElse("");
    }

    private static boolean isOurs(String name) {
        return name.equals(COOKIE) || name.equals(CookieNames.named(COOKIE, true));
    }

    /** The mark, if it was issued to a browser of this account; else null. */
    public static @Nullable String mark(Optional<UserAccount> account, String said) {
        var form = FORM.matcher(said);
        if (account.isEmpty() || account.get().secret() == null || !form.matches()) return null;
        var right = signature(account.get(), form.group(1));
        return MessageDigest.isEqual(right.getBytes(UTF_8), form.group(2).getBytes(UTF_8))
                ? form.group(1)
                : null;
    }

    /** Gives the browser a mark after its owner has signed in with a password. */
    public void remember(HttpServletResponse response, UserAccount account) {
        if (account.secret() == null) return;
        var mark = SecretHashes.random();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(
                                CookieNames.named(COOKIE, encrypted),
                                mark + "." + signature(account, mark))
                        .httpOnly(true)
                        .secure(encrypted)
                        .sameSite("Strict")
                        .path("/")
                        .maxAge(LASTS)
                        .build()
                        .toString());
    }

    private static String signature(UserAccount account, String mark) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            String.valueOf(account.secret()).getBytes(UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            mac.doFinal(
                                    ("known browser\n" + account.id() + "\n" + mark)
                                            .getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
