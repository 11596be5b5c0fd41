package dev.atelier.workspace.invitation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of invitations.
 *
 * @param validity how long a link is valid after its mail was requested; one minute to 90 days
 * @param seats the most seats of one workspace, taken by members and open invitations; 1 to 100,000
 * @param open the most open invitations of one workspace, including expired ones; 1 to 10,000
 * @param perHour the most new invitations of one workspace in any hour; 1 to 10,000
 * @param perPersonAndHour the most new invitations of one person in any hour, in all their workspaces; 1 to 10,000
 * @param perAddressAndDay the most invitation mails to one address in any 24 hours, by all workspaces, including
 *     repeated mails; 1 to 10,000
 * @param newAccountAge how long an account counts as new after its first workspace; none to 90 days
 * @param newAccountPerDay the most new invitations of a new account in any 24 hours; 1 to 10,000
 * @param resends how often one invitation can be mailed again; 0 to 100
 * @param resendPause the least time between two such mails; none to one day
 */
@Validated
@ConfigurationProperties("atelier.invitation")
record InvitationSettings(
        @NotNull @DurationMin(minutes = 1) @DurationMax(days = 90) @DefaultValue("7d")
        Duration validity,

        @Min(1) @Max(100_000) @DefaultValue("2000") int seats,
        @Min(1) @Max(10_000) @DefaultValue("1500") int open,
        @Min(1) @Max(10_000) @DefaultValue("1500") int perHour,
        @Min(1) @Max(10_000) @DefaultValue("1500") int perPersonAndHour,
        @Min(1) @Max(10_000) @DefaultValue("5") int perAddressAndDay,

        @NotNull @DurationMin @DurationMax(days = 90) @DefaultValue("3d")
        Duration newAccountAge,

        @Min(1) @Max(10_000) @DefaultValue("100") int newAccountPerDay,
        @Min(0) @Max(100) @DefaultValue("10") int resends,

        @NotNull @DurationMin @DurationMax(days = 1) @DefaultValue("1m")
        Duration resendPause) {}
