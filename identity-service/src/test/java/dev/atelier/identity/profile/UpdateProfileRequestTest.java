package dev.atelier.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.identity.account.PersonName;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class UpdateProfileRequestTest {
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {"Léa", "O'Neill", "Jean-Luc", "李", "van der Berg", "Dr. No, Jr.", "\u0646\u06CC\u200C\u0646"})
    void takesTheNamesOfPeople(String name) {
        assertThat(fieldsAtFault(name, null, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<b>", "a&b", "50%", "a\nb", "x;y", "{x}", "back\\slash", "?"})
    void refusesWhatKeycloakWouldRefuse(String name) {
        assertThat(fieldsAtFault(name, null, null)).containsExactly("firstName");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B",
                "\u202E",
                "\u200D",
                "\uD83D",
                "Ann\u200B",
                "\u202Enna",
                "\u2066Ann\u2069",
                "\u3164",
                "\uFEFF",
                "7"
            })
    void refusesWhatCannotBeSeenOrTurnsTheDirectionOfWriting(String name) {
        assertThat(fieldsAtFault(name, null, null)).containsExactly("firstName");
    }

    @Test
    void keycloakHasTheSameRule() throws IOException {
        var realm = new JsonMapper().readTree(Files.readString(Path.of("../infra/keycloak/atelier-realm.json")));
        var profile = new JsonMapper()
                .readTree(realm.at(
                                "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asString());

        assertThat(profile.path("attributes").valueStream())
                .filteredOn(attribute -> attribute.path("name").asString().endsWith("Name"))
                .hasSize(2)
                .allSatisfy(name -> assertThat(
                                name.at("/validations/pattern/pattern").asString())
                        .isEqualTo(PersonName.PATTERN));
    }

    @Test
    void namesHaveAtMostAHundredCharacters() {
        assertThat(fieldsAtFault("a".repeat(100), null, null)).isEmpty();
        assertThat(fieldsAtFault("a".repeat(101), null, null)).containsExactly("firstName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en-GB", "english", ""})
    void refusesLanguagesWeDoNotSpeak(String locale) {
        assertThat(fieldsAtFault(null, locale, null)).containsExactly("locale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Paris", "+02:00", "europe/paris", ""})
    void refusesZonesThatAreNotInTheDatabase(String timeZone) {
        assertThat(fieldsAtFault(null, null, timeZone)).containsExactly("timeZone");
    }

    @Test
    void saysEachFieldAtFault() {
        assertThat(fieldsAtFault("<", "de", "Mars")).containsExactlyInAnyOrder("firstName", "locale", "timeZone");
    }

    private static List<String> fieldsAtFault(
            @Nullable String firstName, @Nullable String locale, @Nullable String timeZone) {
        return VALIDATOR.validate(new UpdateProfileRequest(firstName, null, locale, timeZone)).stream()
                .map(violation -> violation.getPropertyPath().toString())
                .toList();
    }
}
