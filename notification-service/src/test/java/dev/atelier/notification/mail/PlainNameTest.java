package dev.atelier.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNameTest {
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
        assertThat(PlainName.of(chosen).replace("/ /", "//")).isEqualTo(shown.replace("/ /", "//"));
        assertThat(PlainName.of(chosen)).doesNotContainPattern("//\\S|\\S://|\\.[\\p{L}\\p{N}]|@\\S");
    }

    @Test
    void isOneLine() {
        assertThat(PlainName.of(" a\r\n\tb\u2028c\u0000d ")).isEqualTo("a b c d");
    }

    @Test
    void isShortenedByCharactersAsPeopleCountThem() {
        assertThat(PlainName.of("a".repeat(60))).isEqualTo("a".repeat(60));
        assertThat(PlainName.of("a".repeat(61))).isEqualTo("a".repeat(59) + "…");
        assertThat(PlainName.of("\uD83D\uDC69\u200D\uD83C\uDF3E".repeat(60))).doesNotContain("…");
        assertThat(PlainName.of("é".repeat(100))).isEqualTo("é".repeat(59) + "…");
        assertThat(PlainName.of("")).isEmpty();
    }
}
