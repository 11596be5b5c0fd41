package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.springframework.core.io.ClassPathResource;

class SettingsValidationTest {
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(SettingsConfiguration.class)
            .withPropertyValues("atelier.master-key=" + KEY);

    @Test
    void startsWithTheDefaultsAndAMasterKey() {
        service.run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "atelier.master-key=",
                "atelier.master-key=short",
                "atelier.public-url=",
                "atelier.s3.timeout=999ms",
                "atelier.s3.timeout=6m",
                "atelier.s3.access-key=alone",
                "atelier.s3.endpoint=not a place",
                "atelier.integrations.timeout=999ms",
                "atelier.integrations.timeout=26s",
                "atelier.integrations.allow-private-networks=home",
                "atelier.invitation.validity=59s",
                "atelier.invitation.validity=91d",
                "atelier.invitation.validity=soon",
                "atelier.invitation.seats=0",
                "atelier.invitation.seats=100001",
                "atelier.invitation.open=0",
                "atelier.invitation.open=10001",
                "atelier.invitation.per-hour=0",
                "atelier.invitation.per-hour=10001",
                "atelier.invitation.per-person-and-hour=0",
                "atelier.invitation.per-person-and-hour=10001",
                "atelier.projects.per-person=0",
                "atelier.projects.per-person=10001",
                "atelier.projects.per-workspace=0",
                "atelier.projects.per-workspace=100001",
                "atelier.founding.per-day=0",
                "atelier.founding.per-day=10001",
                "atelier.invitation.resends=-1",
                "atelier.invitation.resends=101",
                "atelier.invitation.per-address-and-day=0",
                "atelier.invitation.per-address-and-day=10001",
                "atelier.invitation.new-account-age=-1s",
                "atelier.invitation.new-account-age=91d",
                "atelier.invitation.new-account-per-day=0",
                "atelier.invitation.resend-pause=-1s",
                "atelier.invitation.resend-pause=25h",
                "atelier.plans.usual=gold",
                "atelier.plans.named.small.seats=0",
                "atelier.plans.named.small.seats=100001",
                "atelier.plans.named.small.runs-per-month=-1",
                "atelier.plans.named.small.storage=-1B",
                "atelier.plans.named.Small_plan.seats=1",
                "atelier.billing.stripe.tolerance=999ms",
                "atelier.billing.stripe.tolerance=61m",
                "atelier.history.retention=23h",
                "atelier.history.retention=3651d",
                "atelier.photos.max-pixels=999999",
                "atelier.photos.thumbnail=63",
                "atelier.virus-scan.address=nowhere",
                "atelier.virus-scan.timeout=301s",
                "atelier.unassigning.pause=99ms",
                "atelier.unassigning.pause=61s",
            })
    void doesNotStartWithASettingOutOfRange(String setting) {
        service.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "atelier.master-key=" + KEY + ", " + KEY,
                "atelier.invitation.validity=1m",
                "atelier.invitation.validity=90d",
                "atelier.unassigning.pause=100ms"
            })
    void startsAtTheEndsOfTheRange(String setting) {
        service.withPropertyValues(setting).run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void everyKeyHasItsEnvironmentNameBesideIt() throws Exception {
        var file = new ClassPathResource("application.yml");
        var text = file.getContentAsString(StandardCharsets.UTF_8);
        var keys = new YamlPropertySourceLoader()
                .load("file", file).stream()
                        .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                        .filter(key -> !List.of(
                                        "spring.application.name",
                                        "atelier.access.projection",
                                        "atelier.web.files.paths[0]")
                                .contains(key))
                        .toList();

        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(text)
                        .contains("Environment: "
                                + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_')));
    }

    @ConfigurationPropertiesScan("dev.atelier.workspace")
    static class SettingsConfiguration {}
}
