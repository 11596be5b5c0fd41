package dev.atelier.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserPreferencesTest {
    @ParameterizedTest
    @CsvSource({"en,UTC", "fr,Europe/Paris", "FR,America/Argentina/Buenos_Aires"})
    void takesOurLanguagesAndTheZonesOfTheWorld(String locale, String timeZone) {
        var preferences = new UserPreferences(locale, timeZone);

        assertThat(preferences.locale()).isLowerCase();
        assertThat(preferences.timeZone()).isEqualTo(timeZone);
    }

    @ParameterizedTest
    @CsvSource({"de,UTC", "en-GB,UTC", "'',UTC", "en,Paris", "en,+02:00", "en,europe/paris", "en,''"})
    void refusesWhatWeCannotServe(String locale, String timeZone) {
        assertThatIllegalArgumentException().isThrownBy(() -> new UserPreferences(locale, timeZone));
    }

    @Test
    void aNewAccountTakesTheLanguageOfTheSignInPagesWhereWeHaveIt() {
        var settings = new AccountSettings("en", "Europe/Paris");
        var lea = AccountFixtures.lea();

        assertThat(settings.preferencesOf(speaking("fr", lea))).isEqualTo(new UserPreferences("fr", "Europe/Paris"));
        assertThat(settings.preferencesOf(speaking("de", lea)).locale()).isEqualTo("en");
        assertThat(settings.preferencesOf(lea).locale()).isEqualTo("en");
    }

    @Test
    void settingsThatNoAccountCouldHaveStopTheStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountSettings("de", "UTC"));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountSettings("en", "Mars/Olympus"));
    }

    private static DirectoryUser speaking(String locale, DirectoryUser directoryUser) {
        return new DirectoryUser(directoryUser.id(), directoryUser.particulars(), true, locale);
    }
}
