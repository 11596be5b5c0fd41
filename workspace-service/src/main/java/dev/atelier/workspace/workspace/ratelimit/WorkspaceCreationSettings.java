package dev.atelier.workspace.workspace.ratelimit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the limit of new workspaces.
 *
 * @param perDay the most workspaces that one person creates in any 24 hours, 1 to 10,000
 */
@Validated
@ConfigurationProperties("atelier.founding")
record WorkspaceCreationSettings(
        @Min(1) @Max(10_000) @DefaultValue("50") int perDay) {}
