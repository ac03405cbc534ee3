package colophon.security.passkeys;

import java.net.URI;
import java.util.Locale;

/**
 * What passkeys are bound to: browsers tell devices where they are, and devices sign it.
 *
 * @param host whose passkeys these are; they are of no use anywhere else
 * @param origin the only one whose pages may ask for them, as browsers write it
 */
record Address(String host, String origin) {

    static Address of(URI url) {
        var scheme = url.getScheme();
        var host = url.getHost().toLowerCase(Locale.ROOT);
        var usual = scheme.equals("https") ? 443 : 80;
        var port = url.getPort() == -1 || url.getPort() == usual ? "" : ":" + url.getPort();
        return new Address(host, scheme + "://" + host + port);
    }
}
