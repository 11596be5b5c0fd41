package dev.atelier.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoarseNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "127.0.0.1, 127.0.0.0/24",
        "2001:db8:1234:5678::9, 2001:db8:1234:0:0:0:0:0/48",
        "::ffff:203.0.113.77, 203.0.113.0/24",
        "::1, 0:0:0:0:0:0:0:0/48"
    })
    void isTheFirstPartOfAnAddress(String address, String network) {
        assertThat(CoarseNetwork.of(address)).isEqualTo(network);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "localhost", "example.org", "1.2.3", "999.1.1.1", "cafe", "fe80::1%eth0"})
    void isUnknownForWhatIsNoAddress(String text) {
        assertThat(CoarseNetwork.of(text)).isNull();
    }
}
