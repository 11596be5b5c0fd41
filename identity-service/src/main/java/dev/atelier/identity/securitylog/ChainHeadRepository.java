package dev.atelier.identity.securitylog;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Stores the one {@link ChainHead}. */
interface ChainHeadRepository extends Repository<ChainHead, String> {
    Optional<ChainHead> findById(String id);

    ChainHead save(ChainHead head);
}
