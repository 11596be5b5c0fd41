package dev.atelier.notification.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.atelier.notification.mail.TestMailKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailKindRegistryTest {
    @Test
    void findsAKindByItsKey() {
        var registry = new MailKindRegistry(List.of(TestMailKind.INVITATION, TestMailKind.MENTION));

        assertThat(registry.get("mention")).isSameAs(TestMailKind.MENTION);
    }

    @Test
    void rejectsASecondKindWithTheSameKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new MailKindRegistry(List.of(TestMailKind.MENTION, TestMailKind.MENTION)));
    }

    @Test
    void rejectsAKeyWithoutAKind() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new MailKindRegistry(List.of()).get("mention"))
                .withMessageContaining("mention");
    }
}
