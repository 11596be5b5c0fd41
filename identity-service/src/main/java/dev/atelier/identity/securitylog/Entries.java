package dev.atelier.identity.securitylog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** All entries that are kept. */
interface Entries extends Repository<Entry, Long> {
    List<Entry> findBySourceIn(Collection<String> sources);

    Optional<Entry> findBySequence(long sequence);

    List<Entry> findBySequenceGreaterThanOrderBySequence(long sequence, Limit limit);

    void deleteBySequenceLessThanEqual(long sequence);
}
