package dev.atelier.notification.mail.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailDisplayNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            North pier                          | North pier
            Zoë & Søn, Inc.                     | Zoë & Søn, Inc.
            A.C.M.E.                            | A. C. M. E.
            Pay at www.evil.example             | Pay at www. evil. example
            https://evil.example/win            | https: //evil. example/win
            HTTP://10.0.0.1/x                   | HTTP: / /10. 0. 0. 1/x
            //evil.example                      | / /evil. example
            write to me@evil.example            | write to me@ evil. example
            evil。example                        | evil。 example
            evil․example                        | evil․ example
            1/2 of it                           | 1/2 of it
            """)
    void isNoLink(String chosen, String shown) {
        assertThat(MailDisplayName.of(chosen).replace("/ /", "//")).isEqualTo(shown.replace("/ /", "//"));
        assertThat(MailDisplayName.of(chosen)).doesNotContainPattern("//\\S|\\S://|\\.[\\p{L}\\p{N}]|@\\S");
    }

    @Test
    void isOneLine() {
        assertThat(MailDisplayName.of(" a\r\n\tb\u2028c\u0000d ")).isEqualTo("a b c d");
    }

    @Test
    void isShortenedByCharactersAsPeopleCountThem() {
        assertThat(MailDisplayName.of("a".repeat(60))).isEqualTo("a".repeat(60));
        assertThat(MailDisplayName.of("a".repeat(61))).isEqualTo("a".repeat(59) + "…");
        assertThat(MailDisplayName.of("\uD83D\uDC69\u200D\uD83C\uDF3E".repeat(60)))
                .doesNotContain("…");
        assertThat(MailDisplayName.of("é".repeat(100))).isEqualTo("é".repeat(59) + "…");
        assertThat(MailDisplayName.of("")).isEmpty();
    }
}
