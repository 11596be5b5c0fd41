package dev.atelier.identity.account;

import dev.atelier.events.id.UserId;
import java.time.Instant;

/** An operator shut the account. */
public record Deactivation(UserId by, Instant at) {}
