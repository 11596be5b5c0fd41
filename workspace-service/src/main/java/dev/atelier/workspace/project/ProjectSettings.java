package dev.atelier.workspace.project;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of projects.
 *
 * @param perPerson the most projects of one workspace that one person takes part in, 1 to 10,000
 * @param perWorkspace the most projects of one workspace, 1 to 100,000
 */
@Validated
@ConfigurationProperties("atelier.projects")
record ProjectSettings(
        @Min(1) @Max(10_000) @DefaultValue("1000") int perPerson,
        @Min(1) @Max(100_000) @DefaultValue("5000") int perWorkspace) {}
