package dev.atelier.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.identity.account.AccountSettings;
import dev.atelier.identity.keycloak.KeycloakSettings;
import dev.atelier.identity.session.SessionSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

class SettingsValidationTest {
    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(SettingsConfiguration.class)
            .withPropertyValues(
                    "atelier.client-secret=a-secret",
                    "atelier.master-key=YS1tYXN0ZXIta2V5LWZvci10ZXN0cy1vZi0zMi1ieXQ=");

    @Test
    void startsWithTheDefaultsAndASecret() {
        service.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(SessionSettings.class).accessTokenLife()).isEqualTo(Duration.ofMinutes(5));
            assertThat(context.getBean(AccountSettings.class)).isEqualTo(new AccountSettings("en", "UTC"));
        });
    }

    @Test
    void theEnvironmentSaysWhereKeycloakIs() {
        var variables = Map.<String, Object>of(
                "ATELIER_KEYCLOAK_URL",
                "http://keycloak:8080",
                "ATELIER_CLIENT_SECRET",
                "from-outside",
                "ATELIER_MASTER_KEY",
                "YS1tYXN0ZXIta2V5LWZvci10ZXN0cy1vZi0zMi1ieXQ=");
        new ApplicationContextRunner()
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .replace(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new SystemEnvironmentPropertySource(
                                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables)))
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .withUserConfiguration(SettingsConfiguration.class)
                .run(context -> {
                    var keycloak = context.getBean(KeycloakSettings.class);
                    assertThat(keycloak.url()).hasToString("http://keycloak:8080");
                    assertThat(keycloak.clientSecret()).isEqualTo("from-outside");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "atelier.client-secret=",
                "atelier.session.access-token-life=9s",
                "atelier.session.access-token-life=25h",
                "atelier.account.locale=de",
                "atelier.account.time-zone=Mars",
                "atelier.master-key=",
                "atelier.recovery.link-validity=9m",
                "atelier.recovery.retention=23h",
                "atelier.contact.retention=23h",
                "atelier.contact.challenge.difficulty=7",
                "atelier.contact.challenge.difficulty=29",
                "atelier.contact.challenge.validity=59s",
                "atelier.contact.rates.per-address=0",
                "atelier.contact.rates.per-email=10001",
                "atelier.contact.rates.per-account=0",
                "atelier.keycloak.url=",
                "atelier.keycloak.realm=",
                "atelier.keycloak.timeout=100ms",
                "atelier.keycloak.timeout=3s",
                "atelier.keycloak.poll-interval=10ms",
                "atelier.keycloak.poll-interval=6m",
                "atelier.keycloak.overlap=0s",
                "atelier.keycloak.overlap=11m",
                "atelier.keycloak.event-retention=30m",
                "atelier.keycloak.scan-interval=0s",
                "atelier.keycloak.scan-interval=8d",
                "atelier.address.validity=0s",
                "atelier.address.validity=8d",
                "atelier.address.asks-per-hour=0",
                "atelier.address.asks-per-hour=10001",
                "atelier.address.public-url=",
                "atelier.service-accounts.per-workspace=0",
                "atelier.service-accounts.per-workspace=1001",
                "atelier.service-accounts.keys=0",
                "atelier.service-accounts.keys=11",
                "atelier.service-accounts.longest=23h",
                "atelier.service-accounts.longest=3651d",
                "atelier.security-log.retention=23h",
                "atelier.security-log.retention=3651d",
                "atelier.security-log.check-interval=0s",
                "atelier.security-log.check-interval=8d",
                "atelier.security-log.alerts.password-spraying.threshold=0",
                "atelier.security-log.alerts.password-spraying.window=59s",
                "atelier.security-log.alerts.mass-invitation.threshold=1001",
                "atelier.security-log.alerts.mass-invitation.window=25h",
                "atelier.security-log.alerts.mass-export.threshold=0",
                "atelier.security-log.alerts.mass-export.window=",
                "atelier.security-log.alerts.token-reuse.threshold=1001",
                "atelier.security-log.alerts.token-reuse.window=59s",
                "atelier.keycloak.page-size=0",
                "atelier.keycloak.page-size=1001",
            })
    void doesNotStartWithASettingOutOfRange(String setting) {
        service.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }

    @Test
    void everyKeyHasItsEnvironmentNameBesideIt() throws Exception {
        var file = new ClassPathResource("application.yml");
        var text = file.getContentAsString(StandardCharsets.UTF_8);
        var keys = new YamlPropertySourceLoader()
                .load("file", file).stream()
                        .flatMap(source -> List.of(((EnumerablePropertySource<?>) source).getPropertyNames()).stream())
                        .filter(key -> !List.of(
                                        "spring.application.name",
                                        "atelier.keycloak.client-secret",
                                        "atelier.web.files.paths[0]")
                                .contains(key))
                        .toList();

        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(text)
                        .containsPattern("# "
                                + key.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "_?") + "\\b"));
    }

    @ConfigurationPropertiesScan("dev.atelier.identity")
    static class SettingsConfiguration {}
}
