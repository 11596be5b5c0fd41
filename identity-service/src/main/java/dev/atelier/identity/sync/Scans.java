package dev.atelier.identity.sync;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The one {@link Scan}. */
interface Scans extends Repository<Scan, String> {
    Optional<Scan> findById(String id);

    Scan save(Scan scan);
}
