package dev.atelier.kit.deadletter;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long dead letters are kept; environment variable {@code ATELIER_DEAD_LETTERS_KEPT}.
 *
 * @param kept after that time a dead letter is deleted and the records behind it are handled; 1 to 60 days, less than
 *     the 90 days for which the inbox stores the ids of handled events
 */
@Validated
@ConfigurationProperties("atelier.dead-letters")
record DeadLetterSettings(
        @DefaultValue("30d") @DurationMin(days = 1) @DurationMax(days = 60)
        Duration kept) {}
