package dev.atelier.identity;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void featuresUseOnlyWhatTheySay() {
        ApplicationModules.of(IdentityApplication.class).verify();
    }
}
