package dev.atelier.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private final Texts texts = new Texts(new Words());

    @ParameterizedTest
    @EnumSource
    void everyKindIsWrittenInFrenchWithAllItsGapsFilled(Kind kind) {
        var french = letter(kind, Locale.FRENCH);
        var english = letter(kind, Locale.ENGLISH);

        assertThat(texts.subject(french)).isNotEqualTo(texts.subject(english)).doesNotContain("{");
        assertThat(texts.plain(french)).doesNotContain("{").isNotEqualTo(texts.plain(english));
        assertThat(texts.html(french)).contains("lang=\"fr\"").doesNotContain("{0}", "{1}", "{2}", "{3}");
    }

    @Test
    void whatPeopleTypedIsNoFormatAndNoHtml() {
        var letter = new Letter(
                "lea@example.org",
                Kind.CONTACT_ANSWER,
                Locale.FRENCH,
                List.of("L'{1}", "<b>oui</b>"),
                null,
                null,
                null);

        assertThat(texts.plain(letter)).contains("Bonjour L'{1},", "<b>oui</b>");
        assertThat(texts.html(letter)).contains("&lt;b&gt;oui").doesNotContain("<b>oui");
    }

    private static Letter letter(Kind kind, Locale locale) {
        return new Letter(
                "lea@example.org",
                kind,
                locale,
                List.of("one", "two", "three", "four"),
                "Studio",
                "https://atelier.example/x",
                null);
    }
}
