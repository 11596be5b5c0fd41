package dev.atelier.identity.keycloak;

import dev.atelier.events.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that Keycloak recorded. It is kept in memory only; the network address is already shortened.
 *
 * @param what the type of a user event ({@code LOGIN_ERROR}), or the resource type of an admin event ({@code USER})
 * @param how the error of a user event, null where there is none; the operation of an admin event ({@code UPDATE})
 * @param reason details of an error beyond its code
 * @param credential the type of a changed credential
 * @param user the person concerned; null where there is none or they are unknown
 * @param by the administrator who did it; null where a person did it themselves
 * @param network the prefix of the network address, in CIDR notation
 * @param client the client's id; null where it is no client of the realm
 * @param typed the user name that was entered, where no account has it
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
