package dev.atelier.identity.securitylog.alert;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Who is counted just now. */
interface Watches extends Repository<Watch, String> {
    Optional<Watch> findById(String id);

    Watch save(Watch watch);
}
