package dev.atelier.identity.securitylog.alert;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Who is counted just now. */
interface AbuseCounterRepository extends Repository<AbuseCounter, String> {
    Optional<AbuseCounter> findById(String id);

    AbuseCounter save(AbuseCounter abuseCounter);
}
