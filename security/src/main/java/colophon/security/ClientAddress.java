package colophon.security;

import org.jspecify.annotations.Nullable;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;

/** Who counts as one where clients are counted by their address. */
public final class ClientAddress {

    /** Longer ones are no addresses. */
    private static final int LONGEST = 64;

    private ClientAddress() {}

    /**
     * What stands for everybody who comes from where this address is. An IPv4 address is one
     * household; so are the first 64 bits of an IPv6 address, behind which one customer has more
     * addresses than could ever be counted. What is no address stands for itself.
     */
    public static String bucket(@Nullable String remoteAddress) {
        if (remoteAddress == null || remoteAddress.length() > LONGEST) return "";
        var text = remoteAddress.strip().toLowerCase(Locale.ROOT);
        var zone = text.indexOf('%');
        if (zone >= 0) text = text.substring(0, zone);
        if (text.startsWith("[") && text.endsWith("]")) text = text.substring(1, text.length() - 1);
        try {
            // Never looks a name up, and gives the IPv4 address for one that is mapped into IPv6.
            var address = InetAddress.ofLiteral(text);
            return address instanceof Inet6Address six
                    ? network(six.getAddress())
                    : address.getHostAddress();
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private static String network(byte[] address) {
        var words = new StringBuilder();
        for (var i = 0; i < 8; i += 2)
            words.append(Integer.toHexString((address[i] & 0xff) << 8 | address[i + 1] & 0xff))
                    .append(':');
        return words + ":/64";
    }
}
