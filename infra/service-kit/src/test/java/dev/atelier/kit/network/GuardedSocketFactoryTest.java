package dev.atelier.kit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class GuardedSocketFactoryTest {
    @Test
    void theAddressIsJudgedWhenItIsConnectedTo() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var guarded = new GuardedSocketFactory(NetworkAddressPolicy.publicOnly(), true).createSocket();
                var open = new GuardedSocketFactory(
                                new NetworkAddressPolicy(NetworkAddressPolicy.PRIVATE_NETWORKS), false)
                        .createSocket()) {
            var address = new InetSocketAddress("localhost", server.getLocalPort());

            assertThatExceptionOfType(NetworkAddressRefused.class).isThrownBy(() -> guarded.connect(address, 1_000));
            open.connect(address, 1_000);

            assertThat(open.isConnected()).isTrue();
        }
    }

    @Test
    void aNameWithoutAnAddressIsRefused() throws IOException {
        try (var guarded = new GuardedSocketFactory(
                        new NetworkAddressPolicy(NetworkAddressPolicy.PRIVATE_NETWORKS), false)
                .createSocket()) {
            assertThatExceptionOfType(NetworkAddressRefused.class)
                    .isThrownBy(() -> guarded.connect(InetSocketAddress.createUnresolved("localhost", 1), 1_000));
        }
    }

    @Test
    void aPublicAddressIsReachedOverTlsOnly() throws IOException {
        try (var plain = new GuardedSocketFactory(
                        new NetworkAddressPolicy(NetworkAddressPolicy.PRIVATE_NETWORKS), false)
                .createSocket()) {
            var address = new InetSocketAddress(InetAddress.ofLiteral("93.184.215.14"), 80);

            assertThatExceptionOfType(NetworkAddressRefused.class)
                    .isThrownBy(() -> plain.connect(address, 1_000))
                    .matches(NetworkAddressRefused::encryptionMissing);
        }
    }
}
