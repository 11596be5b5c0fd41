package dev.atelier.identity.sync;

import dev.atelier.identity.keycloak.KeycloakUserEventReader.KeycloakEventStream;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** How far each stream was read. */
interface KeycloakEventCursorRepository extends Repository<KeycloakEventCursor, KeycloakEventStream> {
    Optional<KeycloakEventCursor> findById(KeycloakEventStream stream);

    KeycloakEventCursor save(KeycloakEventCursor cursor);
}
