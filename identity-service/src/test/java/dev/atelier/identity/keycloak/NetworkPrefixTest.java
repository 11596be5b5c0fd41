package dev.atelier.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkPrefixTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            203.0.113.77,           203.0.113.0/24
            127.0.0.1,              127.0.0.0/24
            2001:db8:1:2:3:4:5:6,   2001:db8:1:0:0:0:0:0/48
            ::ffff:203.0.113.77,    203.0.113.0/24
            localhost,              -
            203.0.113.777,          -
            '',                     -
            -,                      -
            """)
    void isTheFirstPartOfAnAddress(@Nullable String address, @Nullable String network) {
        assertThat(NetworkPrefix.of(address)).isEqualTo(network);
    }
}
