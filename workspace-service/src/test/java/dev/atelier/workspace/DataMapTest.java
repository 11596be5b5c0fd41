package dev.atelier.workspace;

import dev.atelier.testkit.privacy.DataMap;
import dev.atelier.testkit.privacy.PrivacyGate;
import org.junit.jupiter.api.Test;

class DataMapTest {
    @Test
    void everyStoredFieldIsDeclared() {
        PrivacyGate.check("dev.atelier.workspace");
    }

    @Test
    void thePersonalDataIsWhatIsCheckedIn() {
        DataMap.check("workspace-service", "dev.atelier.workspace");
    }
}
