package dev.atelier.notification;

import dev.atelier.testkit.OpenApiGoldenFile;
import dev.atelier.testkit.privacy.DataMap;
import dev.atelier.testkit.privacy.PrivacyGate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The generated documents that are checked in. */
@ServiceTest
class GeneratedDocumentTest {
    @LocalServerPort
    private int port;

    @Test
    void theApiDocumentIsTheOneCheckedIn() {
        OpenApiGoldenFile.check(port);
    }

    @Test
    void everyStoredFieldSaysWhetherItIsPersonal() {
        PrivacyGate.check("dev.atelier.notification");
    }

    @Test
    void theDataMapIsTheOneCheckedIn() {
        DataMap.check("notification-service", "dev.atelier.notification");
    }
}
