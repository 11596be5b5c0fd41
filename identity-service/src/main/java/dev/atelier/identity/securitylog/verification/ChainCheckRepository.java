package dev.atelier.identity.securitylog.verification;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Stores the one {@link ChainCheckDocument}. */
interface ChainCheckRepository extends Repository<ChainCheckDocument, String> {
    Optional<ChainCheckDocument> findById(String id);

    ChainCheckDocument save(ChainCheckDocument chainCheckDocument);
}
