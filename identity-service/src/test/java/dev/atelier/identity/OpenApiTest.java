package dev.atelier.identity;

import dev.atelier.testkit.OpenApiGoldenFile;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class OpenApiTest {
    @LocalServerPort
    int port;

    @Test
    void theRoutesAreTheOnesCheckedIn() {
        OpenApiGoldenFile.check(port, TestUserFactory.operator().tokens().accessToken());
    }
}
