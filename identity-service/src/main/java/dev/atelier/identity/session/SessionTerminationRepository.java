package dev.atelier.identity.session;

import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Stores ended sessions for a day. */
interface SessionTerminationRepository extends Repository<SessionTermination, String> {
    Optional<SessionTermination> findById(String id);

    List<SessionTermination> findByUserId(UserId person);

    List<SessionTermination> findByDueLessThanEqualOrderByDue(Instant now, Limit limit);

    SessionTermination save(SessionTermination sessionTermination);
}
