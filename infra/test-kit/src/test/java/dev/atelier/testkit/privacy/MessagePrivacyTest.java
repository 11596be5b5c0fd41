package dev.atelier.testkit.privacy;

import org.junit.jupiter.api.Test;

class MessagePrivacyTest {
    @Test
    void messagesCarryNoPersonalDataButTheStateOfPeople() {
        PrivacyGate.checkMessages();
    }
}
