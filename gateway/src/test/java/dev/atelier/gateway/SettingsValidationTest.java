package dev.atelier.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class SettingsValidationTest {
    private final ApplicationContextRunner gateway = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(SettingsConfiguration.class);

    @Test
    void startsWithTheDefaults() {
        gateway.run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource({
        "body.deadline=999ms, must be 1s at least",
        "body.deadline=601s, must be 10m at most",
        "body.file-deadline=999ms, must be 1s at least",
        "body.file-deadline=61m, must be 1h at most",
        "body.files-at-once=0, must be 1 at least",
        "body.files-at-once=101, must be 100 at most",
        "limits.address.requests=0, must be 1 at least",
        "limits.user.requests=1000001, must be 1000000 at most",
        "limits.token.per=999ms, must be 1s at least",
        "limits.token.per=25h, must be 1d at most",
        "limits.stream.requests=0, must be 1 at least",
        "streams.per-person=0, must be 1 at least",
        "streams.per-person=1001, must be 1000 at most",
        "streams.per-api-client=0, must be 1 at least",
        "streams.per-api-client=1001, must be 1000 at most",
        "streams.per-instance=0, must be 1 at least",
        "streams.per-instance=100001, must be 100000 at most",
        "duties.owed-fresh=99ms, must be 100ms at least",
        "duties.owed-fresh=61s, must be 1m at most",
        "limits.remembered=0, must be 1 at least",
        "limits.remembered=10000001, must be 10000000 at most",
        "limits.shared-every=9ms, must be 10ms at least",
        "limits.shared-every=11s, must be 10s at most",
        "upstream.connect-timeout=9ms, must be 10ms at least",
        "upstream.connect-timeout=31s, must be 30s at most",
        "upstream.read-timeout=99ms, must be 100ms at least",
        "upstream.read-timeout=601s, must be 10m at most",
        "upstream.stream-idle=999ms, must be 1s at least",
        "upstream.stream-idle=61m, must be 1h at most",
        "upstream.concurrent=0, must be 1 at least",
        "upstream.concurrent=10001, must be 10000 at most",
        "upstream.person-percent=0, must be 1 at least",
        "upstream.person-percent=101, must be 100 at most",
        "upstream.open-for=99ms, must be 100ms at least",
        "upstream.open-for=301s, must be 5m at most",
        "api-keys.timeout=99ms, must be 100ms at least",
        "api-keys.timeout=31s, must be 30s at most",
        "api-keys.fresh=999ms, must be 1s at least",
        "api-keys.fresh=61m, must be 1h at most",
        "api-keys.remembered=0, must be 1 at least",
        "api-keys.remembered=1000001, must be 1000000 at most",
        "duties.timeout=49ms, must be 50ms at least",
        "duties.timeout=6s, must be 5s at most",
        "duties.fresh=999ms, must be 1s at least",
        "duties.fresh=61m, must be 1h at most",
        "duties.remembered=0, must be 1 at least",
        "duties.remembered=1000001, must be 1000000 at most",
        "cors.remembered=-1s, must not be negative",
        "cors.remembered=25h, must be 1d at most",
        "cors.allowed-origins=*, must be an origin such as",
        "cors.allowed-origins=https://app.example.org/, must be an origin such as",
        "cors.allowed-origins=app.example.org, must be an origin such as",
    })
    void doesNotStartWithASettingOutOfRangeAndSaysTheRange(String setting, String sentence) {
        gateway.withPropertyValues("atelier.gateway." + setting)
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "body.deadline=1s",
                "body.deadline=10m",
                "limits.user.requests=1000000",
                "limits.token.per=24h",
                "streams.per-person=1000",
                "streams.per-instance=100000",
                "duties.owed-fresh=100ms",
                "limits.remembered=10000000",
                "upstream.connect-timeout=10ms",
                "upstream.read-timeout=10m",
                "upstream.stream-idle=1h",
                "upstream.concurrent=1",
                "upstream.person-percent=100",
                "upstream.open-for=100ms",
                "cors.remembered=0s",
                "cors.remembered=24h",
                "cors.allowed-origins=https://app.example.org,http://localhost:5173",
            })
    void startsAtTheBounds(String setting) {
        gateway.withPropertyValues("atelier.gateway." + setting)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ConfigurationPropertiesScan("dev.atelier.gateway")
    static class SettingsConfiguration {}
}
