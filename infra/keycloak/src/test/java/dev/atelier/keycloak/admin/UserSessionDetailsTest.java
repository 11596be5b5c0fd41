package dev.atelier.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserSessionDetailsTest {
    @ParameterizedTest
    @CsvSource({"Firefox/132.0, Firefox", "Mobile Safari/18.1, Mobile Safari", "Mac OS X, Mac OS X"})
    void namesTheFamilyWithoutTheVersion(String text, String family) {
        assertThat(UserSessionDetails.family(text)).contains(family);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Other/Unknown", "Other", "unknown", "", "/1.0"})
    void saysNothingOfWhatIsNotKnown(String text) {
        assertThat(UserSessionDetails.family(text)).isEmpty();
    }

    @Test
    void namesTheCommandLineByItsClient() {
        assertThat(UserSessionDetails.ownProgram(List.of("atelier-command-line")))
                .isEqualTo("Atelier command line");
        assertThat(UserSessionDetails.ownProgram(List.of("atelier-web"))).isNull();
    }
}
