package dev.atelier.kit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DefaultSettingsPostProcessorTest {
    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void whatNobodySaysIsTakenFromTheDefaults() {
        new DefaultSettingsPostProcessor().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("true");
    }

    @Test
    void whateverAServiceSaysWins() {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("service", Map.of("spring.threads.virtual.enabled", "false")));

        new DefaultSettingsPostProcessor().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("false");
    }
}
