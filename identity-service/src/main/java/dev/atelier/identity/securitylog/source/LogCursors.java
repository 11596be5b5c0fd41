package dev.atelier.identity.securitylog.source;

import dev.atelier.identity.keycloak.KeycloakAudit.Stream;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** How far each stream was written down. */
interface LogCursors extends Repository<LogCursor, Stream> {
    Optional<LogCursor> findById(Stream stream);

    LogCursor save(LogCursor cursor);
}
