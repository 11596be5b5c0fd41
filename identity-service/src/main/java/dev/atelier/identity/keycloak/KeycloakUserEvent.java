package dev.atelier.identity.keycloak;

import dev.atelier.events.id.UserId;
import java.time.Instant;

/** An event about a person in Keycloak. */
public sealed interface KeycloakUserEvent {
    String id();

    Instant time();

    /** A sign-in, which changes no data. */
    record UserSignedIn(String id, Instant time, UserId user) implements KeycloakUserEvent {}

    /** A change of the user; the new data is to be read from Keycloak. */
    record UserChanged(String id, Instant time, UserId user) implements KeycloakUserEvent {}

    /** One session ended by sign-out or by an administrator. */
    record SessionEnded(String id, Instant time, String session) implements KeycloakUserEvent {}

    /** An administrator ended all sessions of a person. */
    record SessionsEnded(String id, Instant time, UserId user) implements KeycloakUserEvent {}
}
