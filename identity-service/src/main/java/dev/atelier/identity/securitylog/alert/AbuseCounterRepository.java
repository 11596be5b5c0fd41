package dev.atelier.identity.securitylog.alert;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Stores the present counters. */
interface AbuseCounterRepository extends Repository<AbuseCounter, String> {
    Optional<AbuseCounter> findById(String id);

    AbuseCounter save(AbuseCounter abuseCounter);
}
