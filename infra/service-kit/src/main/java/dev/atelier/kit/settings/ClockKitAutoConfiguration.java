package dev.atelier.kit.settings;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Gives a service its clock. */
@AutoConfiguration
class ClockKitAutoConfiguration {
    /** Ticks in milliseconds, which is what MongoDB and events keep: an answer says the same time as a later one. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
