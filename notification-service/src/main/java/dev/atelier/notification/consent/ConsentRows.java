package dev.atelier.notification.consent;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** What is known of people's consents. */
interface ConsentRows extends Repository<ConsentRow, String> {
    Optional<ConsentRow> findById(String id);

    ConsentRow save(ConsentRow row);
}
