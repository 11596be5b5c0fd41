package dev.atelier.identity.consent;

import dev.atelier.events.ConsentPurpose;
import dev.atelier.events.id.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** All decisions ever made. */
interface Decisions extends Repository<Decision, String> {
    Optional<Decision> findFirstByUserIdAndPurposeOrderByVersionDesc(UserId userId, ConsentPurpose purpose);

    Optional<Decision> findFirstByUserIdOrderByNumberDesc(UserId userId);

    List<Decision> findByUserIdOrderByNumberDesc(UserId userId, Limit limit);

    List<Decision> findByUserIdAndNumberLessThanOrderByNumberDesc(UserId userId, long number, Limit limit);

    Decision insert(Decision decision);
}
