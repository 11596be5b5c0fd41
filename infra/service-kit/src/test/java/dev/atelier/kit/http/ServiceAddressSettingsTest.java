package dev.atelier.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ServiceAddressSettingsTest {
    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(SettingsConfiguration.class);

    @Test
    void aServiceHasOneAddressOrOneForEachInstance() {
        service.withPropertyValues(
                        "atelier.services.workspace=http://a:8082, https://b:8082,http://a:8082",
                        "atelier.services.agent-run=http://runs")
                .run(context -> {
                    var services = context.getBean(ServiceAddressSettings.class);
                    assertThat(services.of("workspace-service"))
                            .containsExactly(URI.create("http://a:8082"), URI.create("https://b:8082"));
                    assertThat(services.of("agent-run-service")).containsExactly(URI.create("http://runs"));
                    assertThat(services.of("report-service")).containsExactly(URI.create("http://127.0.0.1:8084"));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "workspace:8082",
                "http://a:8082,b:8082",
                "http://a:8082,,http://b:8082",
                "http://a:8082;http://b:8082",
                "http://a:8082/base",
                "http://somebody@a:8082",
                "ftp://a"
            })
    void whatIsNoAddressStopsTheStartAndIsNamed(String addresses) {
        service.withPropertyValues("atelier.services.workspace=" + addresses)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("atelier.services.workspace: each address must be such as"));
    }

    @EnableConfigurationProperties(ServiceAddressSettings.class)
    static class SettingsConfiguration {}
}
