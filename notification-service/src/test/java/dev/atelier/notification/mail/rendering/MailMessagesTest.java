package dev.atelier.notification.mail.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailMessagesTest {
    private static final Pattern GAP = Pattern.compile("\\{(\\d+)}");
    private static final Properties ENGLISH = texts("mail.properties");
    private static final Properties FRENCH = texts("mail_fr.properties");

    private final MailMessages mailMessages = new MailMessages();

    @Test
    void everyTextExistsInBothLanguages() {
        assertThat(FRENCH.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(ENGLISH.stringPropertyNames())
                .isNotEmpty();
    }

    @Test
    void everyTextHasTheSameGapsInBothLanguages() {
        for (var key : ENGLISH.stringPropertyNames()) {
            assertThat(gaps(FRENCH, key)).as(key).isEqualTo(gaps(ENGLISH, key));
        }
    }

    /**
     * A single apostrophe would disable the placeholder after it; a single brace would make the text fail when it is
     * sent.
     */
    @Test
    void noTextQuotesByAccident() {
        for (var texts : Set.of(ENGLISH, FRENCH)) {
            texts.forEach((key, text) -> assertThat(GAP.matcher((String) text).replaceAll(""))
                    .as("%s", key)
                    .doesNotContain("'", "{", "}"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en    | America/New_York | March 4, 2026 at 12:06 AM (Eastern Standard Time)
            en-GB | Europe/London    | 4 March 2026 at 05:06 (Greenwich Mean Time)
            fr    | Europe/Paris     | 4 mars 2026 à 06:06 (heure normale d’Europe centrale)
            fr    | UTC              | 4 mars 2026 à 05:06 (temps universel coordonné)
            """)
    void aMomentIsWrittenAsItsReadersWriteIt(String language, String zone, String written) {
        var moment = mailMessages.moment(
                Instant.parse("2026-03-04T05:06:07Z"), Locale.forLanguageTag(language), ZoneId.of(zone));

        assertThat(moment.replaceAll("\\p{Zs}", " ")).isEqualTo(written);
    }

    /** In every time zone the deadline is not over on the named day. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-12-07T20:00:00Z | en | until the end of December 6, 2026
            2026-12-07T11:59:59Z | en | until the end of December 5, 2026
            2026-12-07T12:00:00Z | fr | jusqu’à la fin du 6 décembre 2026
            2026-12-02T11:59:59Z | en | until December 2, 2026 at 11:59 AM (Coordinated Universal Time)
            2026-12-03T12:00:00Z | en | until the end of December 2, 2026
            """)
    void untilWhenIsADayWhereOneIsLeft(Instant end, String language, String written) {
        var now = Instant.parse("2026-11-30T20:00:00Z");

        assertThat(mailMessages.until(end, now, Locale.forLanguageTag(language)).replaceAll("\\p{Zs}", " "))
                .isEqualTo(written);
    }

    @Test
    void aCodeWithoutWordsIsSaidAsItIs() {
        assertThat(mailMessages.reason(Locale.FRENCH, "run-failed.why", "model-slow"))
                .isEqualTo("le modèle n’a pas répondu à temps");
        assertThat(mailMessages.reason(Locale.FRENCH, "run-failed.why", "bad-luck"))
                .isEqualTo("elle s’est arrêtée avec le code bad-luck");
    }

    private static Set<String> gaps(Properties texts, String key) {
        return GAP.matcher(texts.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties texts(String file) {
        try (var in = new InputStreamReader(
                Objects.requireNonNull(MailMessagesTest.class.getResourceAsStream("/messages/" + file)),
                StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
