package dev.atelier.workspace;

import dev.atelier.testkit.OpenApiGoldenFile;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class OpenApiTest {
    @LocalServerPort
    int port;

    @Test
    void theDocumentIsTheOneCheckedIn() {
        OpenApiGoldenFile.check(port);
    }
}
