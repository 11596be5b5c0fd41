package dev.atelier.identity.addresschange;

import dev.atelier.events.id.AddressChangeId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Stores open requests, and ended ones for a week. */
interface AddressChangeRepository extends Repository<AddressChange, AddressChangeId> {
    Optional<AddressChange> findById(AddressChangeId id);

    List<AddressChange> findByUserIdAndState(UserId person, AddressChange.AddressChangeState state);

    List<AddressChange> findByUserIdAndAskedAtAfterOrderByAskedAt(UserId person, Instant begin);

    List<AddressChange> findByEmailAndAskedAtAfterOrderByAskedAt(String email, Instant begin);

    AddressChange save(AddressChange change);
}
