package dev.atelier.identity.keycloak;

import dev.atelier.events.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that Keycloak noted. All of it stays in memory; the network is already cut.
 *
 * @param what the type of a user's event ({@code LOGIN_ERROR}), or the kind of resource of an administrative one ({@code USER})
 * @param how the error of a user's event, null where there is none; the operation of an administrative one ({@code UPDATE})
 * @param reason what Keycloak says about an error beyond its code
 * @param credential the type of a credential that was changed
 * @param user whom it is about; null where nobody, or nobody known
 * @param by who did it with the rights of an administrator; null where a person did it themselves
 * @param network the first part of the network address it came from, in CIDR notation
 * @param client the application's id; null where it is none of the realm's
 * @param typed what somebody gave as the name of an account that is not known
 */
public record KeycloakAuditEvent(
        String id,
        Instant at,
        String what,
        @Nullable String how,
        @Nullable String reason,
        @Nullable String credential,
        @Nullable UserId user,
        @Nullable UserId by,
        @Nullable String network,
        @Nullable String client,
        @Nullable String typed) {}
