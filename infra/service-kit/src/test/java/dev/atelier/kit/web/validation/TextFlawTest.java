package dev.atelier.kit.web.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFlawTest {
    @ParameterizedTest
    @CsvSource({
        "0000, LINE_END, CONTROL_CHARACTER",
        "0085, LINE_END, CONTROL_CHARACTER",
        "000D, LINE_END, CONTROL_CHARACTER",
        "000A, LINE_END, ''",
        "0009, LINE_END, ''",
        "2028, LINE_END, ''",
        "D800, HALF_A_CHARACTER, HALF_A_CHARACTER",
        "DC00, HALF_A_CHARACTER, HALF_A_CHARACTER",
        "202A, DIRECTION, DIRECTION",
        "202E, DIRECTION, DIRECTION",
        "2066, DIRECTION, DIRECTION",
        "2069, DIRECTION, DIRECTION",
        "2029, LINE_END, ''",
        "206A, '', ''",
        "200D, '', ''",
        "00A0, '', ''"
    })
    void amongLettersItIs(String point, String inOneLine, String inLines) {
        var text = "a" + (char) Integer.parseInt(point, 16) + "b";

        assertThat(TextFlaw.of(text, false).map(Enum::name).orElse("")).isEqualTo(inOneLine);
        assertThat(TextFlaw.of(text, true).map(Enum::name).orElse("")).isEqualTo(inLines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u200B", "\u200B \uFEFF", "\u2060\u00AD", "\u3164", "\u2800"})
    void whatCannotBeSeenIsNoText(String text) {
        assertThat(TextFlaw.of(text, false)).contains(TextFlaw.NOTHING_TO_SEE);
        assertThat(TextFlaw.of(text, true)).contains(TextFlaw.NOTHING_TO_SEE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "Crème brûlée", "东京", "שלום", "👩‍🍳", "a"})
    void passes(String text) {
        assertThat(TextFlaw.of(text, false)).isEmpty();
    }
}
