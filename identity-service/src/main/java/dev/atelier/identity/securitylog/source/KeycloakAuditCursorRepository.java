package dev.atelier.identity.securitylog.source;

import dev.atelier.identity.keycloak.KeycloakAuditReader.KeycloakAuditStream;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Stores the read position of each stream. */
interface KeycloakAuditCursorRepository extends Repository<KeycloakAuditCursor, KeycloakAuditStream> {
    Optional<KeycloakAuditCursor> findById(KeycloakAuditStream stream);

    KeycloakAuditCursor save(KeycloakAuditCursor cursor);
}
