package dev.atelier.report;

import dev.atelier.testkit.privacy.DataMap;
import dev.atelier.testkit.privacy.PrivacyGate;
import org.junit.jupiter.api.Test;

class DataMapTest {
    @Test
    void everyTextSaysWhetherItIsPersonal() {
        PrivacyGate.check("dev.atelier.report");
    }

    @Test
    void theDataMapIsTheOneCheckedIn() {
        DataMap.check("report-service", "dev.atelier.report");
    }
}
