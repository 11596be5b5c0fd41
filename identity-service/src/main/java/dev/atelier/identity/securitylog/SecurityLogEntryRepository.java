package dev.atelier.identity.securitylog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Stores the entries. */
interface SecurityLogEntryRepository extends Repository<SecurityLogEntry, Long> {
    List<SecurityLogEntry> findBySourceIn(Collection<String> sources);

    Optional<SecurityLogEntry> findBySequence(long sequence);

    List<SecurityLogEntry> findBySequenceGreaterThanOrderBySequence(long sequence, Limit limit);

    void deleteBySequenceLessThanEqual(long sequence);
}
