package dev.atelier.identity.recovery;

import dev.atelier.events.id.RecoveryCaseId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Stores recovery cases. */
interface RecoveryCaseRepository extends Repository<RecoveryCase, RecoveryCaseId> {
    RecoveryCase save(RecoveryCase recovery);

    Optional<RecoveryCase> findById(RecoveryCaseId id);

    Optional<RecoveryCase> findByOpenFor(UserId person);

    List<RecoveryCase> findByStateAndIdLessThanOrderByIdDesc(
            RecoveryCase.RecoveryCaseState state, RecoveryCaseId before, Limit limit);

    List<RecoveryCase> findByUserIdAndIdLessThanOrderByIdDesc(UserId person, RecoveryCaseId before, Limit limit);

    List<RecoveryCase> findByDueLessThanEqualOrderByDue(Instant now, Limit limit);
}
