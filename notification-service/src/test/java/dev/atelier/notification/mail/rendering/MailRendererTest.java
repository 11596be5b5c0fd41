package dev.atelier.notification.mail.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.notification.mail.OutgoingMail;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MailRendererTest {
    private final MailRenderer mailRenderer = new MailRenderer(new MailMessages());

    @Test
    void whatPeopleTypedIsNoFormatAndNoHtml() {
        var outgoingMail = new OutgoingMail(
                "lea@example.org", "contact-answer", Locale.FRENCH, List.of("L'{1}", "<b>oui</b>"), null, null, null);

        assertThat(mailRenderer.plain(outgoingMail)).contains("Bonjour L'{1},", "<b>oui</b>");
        assertThat(mailRenderer.html(outgoingMail)).contains("&lt;b&gt;oui").doesNotContain("<b>oui");
    }
}
