package dev.atelier.agentrun;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void featuresUseOnlyWhatTheySay() {
        ApplicationModules.of(AgentRunApplication.class).verify();
    }
}
