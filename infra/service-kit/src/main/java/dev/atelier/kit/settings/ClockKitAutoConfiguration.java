package dev.atelier.kit.settings;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Configures the clock. */
@AutoConfiguration
class ClockKitAutoConfiguration {
    /**
     * Ticks in milliseconds, the precision of MongoDB and of events, so that a response and a later read show the same
     * time.
     */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
