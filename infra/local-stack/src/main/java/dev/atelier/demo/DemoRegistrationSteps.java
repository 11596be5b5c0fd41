package dev.atelier.demo;

import dev.atelier.client.TestUser;
import dev.atelier.load.TestDataFactory;

/** Registers the users of the demo through Keycloak's pages. */
final class DemoRegistrationSteps {
    private final DemoNarrator narrator;
    private final TestDataFactory testDataFactory;

    DemoRegistrationSteps(DemoNarrator narrator, TestDataFactory testDataFactory) {
        this.narrator = narrator;
        this.testDataFactory = testDataFactory;
    }

    TestUser register(String firstName, String lastName) {
        return narrator.step(firstName + " registers, verifies the e-mail address and signs in", () -> {
            var testUser = testDataFactory.register(firstName, lastName);
            var me = testUser.person().get("/api/me").expect(200);
            narrator.print("%s <%s>, activated: %s".formatted(firstName, testUser.email(), me.text("activated")));
            return testUser;
        });
    }
}
