package dev.atelier.identity.account;

import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** All accounts. */
interface Accounts extends Repository<StoredAccount, UserId> {
    Optional<StoredAccount> findById(UserId id);

    List<StoredAccount> findByIdIn(Collection<UserId> ids);

    List<StoredAccount> findByParticularsEmailOrderById(String email, Limit limit);

    List<StoredAccount> findByParticularsEmailAndIdGreaterThanOrderById(String email, UserId after, Limit limit);

    List<StoredAccount> findByErrandDueLessThanEqualOrderByErrandDue(Instant now, Limit limit);

    StoredAccount save(StoredAccount account);
}
