package dev.atelier.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StackPortsTest {

    @Test
    void theUsualOnes() {
        var ports = StackPorts.chosen(0, Map.of());

        assertThat(ports.of("gateway")).isEqualTo(8080);
        assertThat(ports.of("keycloak")).isEqualTo(8180);
        assertThat(ports.of("mail")).isEqualTo(3025);
    }

    @Test
    void tenInARow() {
        assertThat(StackPorts.chosen(18600, Map.of()).byPart().values())
                .containsExactlyInAnyOrder(18600, 18601, 18602, 18603, 18604, 18605, 18606, 18607, 18608, 18609);
    }

    @Test
    void oneOfThemByItsVariable() {
        var ports = StackPorts.chosen(0, Map.of("ATELIER_PORT_AGENT_RUN_SERVICE", "9999"));

        assertThat(ports.of("agent-run-service")).isEqualTo(9999);
        assertThat(ports.of("gateway")).isEqualTo(8080);
    }

    @Test
    void whatIsNoPortIsRefusedByName() {
        assertThatThrownBy(() -> StackPorts.chosen(0, Map.of("ATELIER_PORT_GATEWAY", "eighty")))
                .hasMessageContaining("ATELIER_PORT_GATEWAY is not a port: eighty");
        assertThatThrownBy(() -> StackPorts.chosen(80, Map.of())).hasMessageContaining("1024 to 65535");
    }
}
