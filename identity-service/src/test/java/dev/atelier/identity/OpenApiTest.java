package dev.atelier.identity;

import dev.atelier.testkit.OpenApiGoldenFile;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@IdentityTest
class OpenApiTest {
    @LocalServerPort
    int port;

    @Test
    void theRoutesAreTheOnesCheckedIn() {
        OpenApiGoldenFile.check(port, Newcomers.operator().tokens().accessToken());
    }
}
