package dev.atelier.agentrun;

import dev.atelier.testkit.OpenApiGoldenFile;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class OpenApiTest extends ServiceTest {
    @LocalServerPort
    private int port;

    @Test
    void theRoutesAreTheOnesCheckedIn() {
        OpenApiGoldenFile.check(port);
    }
}
