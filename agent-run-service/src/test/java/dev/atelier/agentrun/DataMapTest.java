package dev.atelier.agentrun;

import dev.atelier.testkit.privacy.DataMap;
import dev.atelier.testkit.privacy.PrivacyGate;
import org.junit.jupiter.api.Test;

class DataMapTest {
    @Test
    void nothingUndeclaredIsStored() {
        PrivacyGate.check("dev.atelier.agentrun");
    }

    @Test
    void theDataMapIsTheOneCheckedIn() {
        DataMap.check("agent-run-service", "dev.atelier.agentrun");
    }
}
