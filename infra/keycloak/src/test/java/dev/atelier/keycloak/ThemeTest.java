package dev.atelier.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {
    private static final Pattern GAP = Pattern.compile("\\{(\\d+)}");

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void bothLanguagesHaveTheSameTextsWithTheSameGaps(String part) {
        var english = texts(part, "en");
        var french = texts(part, "fr");

        assertThat(french.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertThat(gaps(french.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
            assertThat(french.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void noTextQuotesByAccident(String part) {
        for (var language : Set.of("en", "fr")) {
            texts(part, language).forEach((key, text) -> {
                assertThat((String) text).as("%s", key).doesNotContain("'");
                assertThat(new MessageFormat((String) text).toPattern()).isEqualTo(text);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theTextThatIsConfirmedIsThere(String language) {
        assertThat(texts("login", language)).containsKey("businessUse." + BusinessUseConfirmation.VERSION);
    }

    /** Users must not be able to distinguish a locked account from a wrong password. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void lockedAndWrongReadTheSame(String language) {
        var texts = texts("login", language);

        assertThat(texts.getProperty("accountTemporarilyDisabledMessage"))
                .isEqualTo(texts.getProperty("invalidUserMessage"));
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties texts(String part, String language) {
        var name = "/theme/atelier/%s/messages/messages_%s.properties".formatted(part, language);
        try (var in = new InputStreamReader(
                Objects.requireNonNull(ThemeTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
