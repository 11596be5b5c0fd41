package dev.atelier.kit.deadletter;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long dead letters are kept. In the environment {@code ATELIER_DEAD_LETTERS_KEPT}.
 *
 * @param kept after that a letter is given up, and what waits behind it goes on; 1 to 60 days, less than what is remembered of
 *     handled facts
 */
@Validated
@ConfigurationProperties("atelier.dead-letters")
record DeadLetterSettings(
        @DefaultValue("30d") @DurationMin(days = 1) @DurationMax(days = 60)
        Duration kept) {}
