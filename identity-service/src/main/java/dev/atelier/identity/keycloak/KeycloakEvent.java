package dev.atelier.identity.keycloak;

import dev.atelier.events.id.UserId;
import java.time.Instant;

/**
 * Something happened to a person in Keycloak; what, is best asked of Keycloak itself.
 *
 * @param signIn whether they signed in, which changes nothing about them
 */
public record KeycloakEvent(String id, Instant time, UserId user, boolean signIn) {}
