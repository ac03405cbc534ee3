package colophon.security.passkeys;

import java.net.URI;
import java.util.Locale;

/**
 * The address that passkeys are bound to. Browsers tell devices where they are, and devices sign
 * it.
 *
 * @param host the host that the passkeys belong to; they work nowhere else
 * @param origin the only origin whose pages may use them, as browsers write it
 */
record PasskeyOrigin(String host, String origin) {

    static PasskeyOrigin of(URI url) {
        var scheme = url.getScheme();
        var host = url.getHost().toLowerCase(Locale.ROOT);
        var usual = scheme.equals("https") ? 443 : 80;
        var port = url.getPort() == -1 || url.getPort() == usual ? "" : ":" + url.getPort();
        return new PasskeyOrigin(host, scheme + "://" + host + port);
    }
}
