package dev.atelier.gateway;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void featuresKeepTheirBorders() {
        ApplicationModules.of(GatewayApplication.class).verify();
    }
}
