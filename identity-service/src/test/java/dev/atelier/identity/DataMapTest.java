package dev.atelier.identity;

import dev.atelier.testkit.privacy.DataMap;
import dev.atelier.testkit.privacy.PrivacyGate;
import org.junit.jupiter.api.Test;

class DataMapTest {
    @Test
    void everyStoredFieldIsDeclared() {
        PrivacyGate.check("dev.atelier.identity");
    }

    @Test
    void thePersonalDataIsWhatIsCheckedIn() {
        DataMap.check("identity-service", "dev.atelier.identity");
    }
}
