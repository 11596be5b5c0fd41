package dev.atelier.identity.account;

import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** All accounts. */
interface Accounts extends Repository<Account, UserId> {
    Optional<Account> findById(UserId id);

    List<Account> findByIdIn(Collection<UserId> ids);

    List<Account> findByParticularsEmailOrderById(String email, Limit limit);

    List<Account> findByParticularsEmailAndIdGreaterThanOrderById(String email, UserId after, Limit limit);

    List<Account> findByErrandDueLessThanEqualOrderByErrandDue(Instant now, Limit limit);

    Account save(Account account);
}
