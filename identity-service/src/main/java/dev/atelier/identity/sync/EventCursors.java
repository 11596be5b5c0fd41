package dev.atelier.identity.sync;

import dev.atelier.identity.keycloak.KeycloakEvents.Stream;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** How far each stream was read. */
interface EventCursors extends Repository<EventCursor, Stream> {
    Optional<EventCursor> findById(Stream stream);

    EventCursor save(EventCursor cursor);
}
