package dev.atelier.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LocalPortsTest {

    @Test
    void aPortInUseIsNamedWithTheWayOut() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = other.getLocalPort();

            assertThatThrownBy(() -> LocalPorts.claim("MongoDB", port))
                    .isInstanceOf(PortInUse.class)
                    .hasMessageContaining("Port " + port + ", which MongoDB wants, is in use")
                    .hasMessageContaining("choose another port");
        }
    }

    @Test
    void zeroIsAnyFreePort() {
        assertThat(LocalPorts.claim("MongoDB", 0)).isPositive();
    }
}
