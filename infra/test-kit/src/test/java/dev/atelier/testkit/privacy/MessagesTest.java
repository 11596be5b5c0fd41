package dev.atelier.testkit.privacy;

import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void messagesCarryNoPersonalDataButTheStateOfPeople() {
        PrivacyGate.checkMessages();
    }
}
