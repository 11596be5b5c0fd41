package dev.atelier.notification;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void roomsUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(NotificationApplication.class).verify();
    }
}
