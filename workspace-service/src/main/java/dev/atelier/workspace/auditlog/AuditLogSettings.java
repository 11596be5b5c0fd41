package dev.atelier.workspace.auditlog;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the workspace history.
 *
 * @param retention how long an entry is kept; 1 to 3,650 days. A change applies to new entries only
 */
@Validated
@ConfigurationProperties("atelier.history")
record AuditLogSettings(
        @NotNull @DurationMin(days = 1) @DurationMax(days = 3650) @DefaultValue("365d")
        Duration retention) {}
