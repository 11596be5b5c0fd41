package dev.atelier.identity.account;

import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Stores accounts. */
interface AccountRepository extends Repository<AccountDocument, UserId> {
    Optional<AccountDocument> findById(UserId id);

    List<AccountDocument> findByIdIn(Collection<UserId> ids);

    List<AccountDocument> findByParticularsEmailOrderById(String email, Limit limit);

    List<AccountDocument> findByParticularsEmailAndIdGreaterThanOrderById(String email, UserId after, Limit limit);

    List<AccountDocument> findBySyncTaskDueLessThanEqualOrderBySyncTaskDue(Instant now, Limit limit);

    AccountDocument save(AccountDocument account);
}
