package dev.atelier.identity.consent;

import dev.atelier.events.ConsentPurpose;
import dev.atelier.events.id.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Stores all decisions. */
interface ConsentDecisionRepository extends Repository<ConsentDecision, String> {
    Optional<ConsentDecision> findFirstByUserIdAndPurposeOrderByVersionDesc(UserId userId, ConsentPurpose purpose);

    Optional<ConsentDecision> findFirstByUserIdOrderByNumberDesc(UserId userId);

    List<ConsentDecision> findByUserIdOrderByNumberDesc(UserId userId, Limit limit);

    List<ConsentDecision> findByUserIdAndNumberLessThanOrderByNumberDesc(UserId userId, long number, Limit limit);

    ConsentDecision insert(ConsentDecision decision);
}
