package dev.atelier.workspace.action.assignment;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of unassigning people who left a project.
 *
 * @param pause between two polls; 100 milliseconds to one minute
 */
@Validated
@ConfigurationProperties("atelier.unassigning")
record UnassignmentSettings(
        @NotNull @DurationMin(millis = 100) @DurationMax(minutes = 1) @DefaultValue("1s")
        Duration pause) {}
