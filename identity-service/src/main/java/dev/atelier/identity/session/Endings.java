package dev.atelier.identity.session;

import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Sessions that people ended, for a day. */
interface Endings extends Repository<Ending, String> {
    Optional<Ending> findById(String id);

    List<Ending> findByUserId(UserId person);

    List<Ending> findByDueLessThanEqualOrderByDue(Instant now, Limit limit);

    Ending save(Ending ending);
}
