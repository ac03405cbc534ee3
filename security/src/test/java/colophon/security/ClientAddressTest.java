package colophon.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashSet;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "::FFFF:c000:0207, 192.0.2.7",
        "0:0:0:0:0:ffff:192.0.2.7, 192.0.2.7",
        "[::ffff:192.0.2.7], 192.0.2.7",
        "2001:db8:1:2::1, 2001:db8:1:2::/64",
        "2001:0DB8:0001:0002:ffff:ffff:ffff:ffff, 2001:db8:1:2::/64",
        "2001:db8:1:3::1, 2001:db8:1:3::/64",
        "fe80::1%eth0, fe80:0:0:0::/64",
        "fe80::2%nowhere7, fe80:0:0:0::/64",
        "::1, 0:0:0:0::/64",
        "not an address, not an address",
    })
    void standsForTheNetworkOfOneCustomer(String address, String bucket) {
        assertThat(ClientAddress.bucket(address)).isEqualTo(bucket);
    }

    @Test
    void allAddressesBehindOnePrefixAreOne() {
        var seen = new HashSet<String>();
        for (var host = 1; host < 5_000; host++)
            seen.add(
                    ClientAddress.bucket(
                            "2001:db8:0:9:%x:%x::%x".formatted(host, host * 7 % 65_536, host)));

        assertThat(seen).containsExactly("2001:db8:0:9::/64");
    }

    @Test
    void isShortWhateverIsSaid() {
        assertThat(ClientAddress.bucket(null)).isEmpty();
        assertThat(ClientAddress.bucket("x".repeat(2_000_000))).isEmpty();
    }
}
