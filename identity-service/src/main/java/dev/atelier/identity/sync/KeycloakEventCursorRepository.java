package dev.atelier.identity.sync;

import dev.atelier.identity.keycloak.KeycloakUserEventReader.KeycloakEventStream;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Stores the read position of each stream. */
interface KeycloakEventCursorRepository extends Repository<KeycloakEventCursor, KeycloakEventStream> {
    Optional<KeycloakEventCursor> findById(KeycloakEventStream stream);

    KeycloakEventCursor save(KeycloakEventCursor cursor);
}
