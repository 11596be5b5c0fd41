package dev.atelier.kit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressPolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::7f00:1",
                "64:ff9b::a00:1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "2002:a00:1::1",
                "fd00:ec2::254"
            })
    void privateAndSpecialAddressesAreNotReached(String address) {
        assertThat(policy("").permits(InetAddress.ofLiteral(address), true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"93.184.216.34", "172.32.0.1", "192.167.255.255", "1.1.1.1", "2606:4700::1111", "2a00:1450::1"})
    void publicAddressesAreReachedEncryptedOnly(String address) {
        assertThat(policy("").permits(InetAddress.ofLiteral(address), true)).isTrue();
        assertThat(policy("").permits(InetAddress.ofLiteral(address), false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fc00::1, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "10.0.0.0/8, ::ffff:10.0.0.1, true",
    })
    void whatTheOperatorAllowsIsReachedAlsoUnencrypted(String allowed, String address, boolean permitted) {
        assertThat(policy(allowed).permits(InetAddress.ofLiteral(address), false))
                .isEqualTo(permitted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "::/129", "10.0.0.0/x", "10.0.0.0/-1"})
    void aNetworkIsALiteral(String text) {
        assertThatThrownBy(() -> CidrRange.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everythingLiesInTheNetworkOfLengthZero() {
        assertThat(CidrRange.of("0.0.0.0/0").contains(InetAddress.ofLiteral("9.9.9.9")))
                .isTrue();
        assertThat(CidrRange.of("0.0.0.0/0").contains(InetAddress.ofLiteral("::1")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "192.168.1.7, true",
        "::1, true",
        "fd00::7, true",
        "169.254.169.254, false",
        "93.184.216.34, false"
    })
    void privateNetworksAreNeitherPublicNorTheMetadataOfClouds(String address, boolean permitted) {
        assertThat(new NetworkAddressPolicy(NetworkAddressPolicy.PRIVATE_NETWORKS)
                        .permits(InetAddress.ofLiteral(address), false))
                .isEqualTo(permitted);
    }

    private static NetworkAddressPolicy policy(String allowed) {
        return allowed.isEmpty() ? NetworkAddressPolicy.publicOnly() : new NetworkAddressPolicy(List.of(allowed));
    }
}
