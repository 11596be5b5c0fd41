package dev.atelier.identity.keycloak;

import dev.atelier.events.id.UserId;
import java.time.Instant;

/** Something happened to a person in Keycloak. */
public sealed interface KeycloakUserEvent {
    String id();

    Instant time();

    /** They signed in, which changes nothing about them. */
    record UserSignedIn(String id, Instant time, UserId user) implements KeycloakUserEvent {}

    /** They were changed; what, is best asked of Keycloak itself. */
    record UserChanged(String id, Instant time, UserId user) implements KeycloakUserEvent {}

    /** One session ended: its person signed out, or an administrator ended it. */
    record SessionEnded(String id, Instant time, String session) implements KeycloakUserEvent {}

    /** An administrator ended all sessions of a person. */
    record SessionsEnded(String id, Instant time, UserId user) implements KeycloakUserEvent {}
}
