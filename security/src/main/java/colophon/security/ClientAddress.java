package colophon.security;

import org.jspecify.annotations.Nullable;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;

/** Groups client addresses for rate limits. */
public final class ClientAddress {

    /** The longest text form of an address. Longer text is not an address. */
    private static final int LONGEST = 64;

    private ClientAddress() {}

    /**
     * Gives the key that an address is counted under. An IPv4 address is its own key. An IPv6
     * address is counted by its first 64 bits, because one customer has more addresses behind them
     * than anyone can count. Text that is not an address is its own key.
     */
    public static String bucket(@Nullable String remoteAddress) {
        if (remoteAddress == null || remoteAddress.length() > LONGEST) return "";
        var text = remoteAddress.strip().toLowerCase(Locale.ROOT);
        var zone = text.indexOf('%');
        if (zone >= 0) text = text.substring(0, zone);
        if (text.startsWith("[") && text.endsWith("]")) text = text.substring(1, text.length() - 1);
        try {
            // This never looks a name up, and gives the IPv4 address for one that is mapped into
            // IPv6.
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
