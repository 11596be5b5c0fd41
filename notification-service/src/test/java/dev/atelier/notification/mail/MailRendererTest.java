package dev.atelier.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailRendererTest {
    private final MailRenderer mailRenderer = new MailRenderer(new MailMessages());

    @ParameterizedTest
    @EnumSource
    void everyKindIsWrittenInFrenchWithAllItsGapsFilled(MailKind kind) {
        var french = letter(kind, Locale.FRENCH);
        var english = letter(kind, Locale.ENGLISH);

        assertThat(mailRenderer.subject(french))
                .isNotEqualTo(mailRenderer.subject(english))
                .doesNotContain("{");
        assertThat(mailRenderer.plain(french)).doesNotContain("{").isNotEqualTo(mailRenderer.plain(english));
        assertThat(mailRenderer.html(french)).contains("lang=\"fr\"").doesNotContain("{0}", "{1}", "{2}", "{3}");
    }

    @Test
    void whatPeopleTypedIsNoFormatAndNoHtml() {
        var outgoingMail = new OutgoingMail(
                "lea@example.org",
                MailKind.CONTACT_ANSWER,
                Locale.FRENCH,
                List.of("L'{1}", "<b>oui</b>"),
                null,
                null,
                null);

        assertThat(mailRenderer.plain(outgoingMail)).contains("Bonjour L'{1},", "<b>oui</b>");
        assertThat(mailRenderer.html(outgoingMail)).contains("&lt;b&gt;oui").doesNotContain("<b>oui");
    }

    private static OutgoingMail letter(MailKind kind, Locale locale) {
        return new OutgoingMail(
                "lea@example.org",
                kind,
                locale,
                List.of("one", "two", "three", "four"),
                "Studio",
                "https://atelier.example/x",
                null);
    }
}
