package dev.atelier.identity.securitylog.alert;

import dev.atelier.events.SecurityEvent.SecurityAlertKind;
import dev.atelier.events.id.SecurityAlertId;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Stores the alerts. */
interface SecurityAlertRepository extends Repository<SecurityAlert, SecurityAlertId> {
    List<SecurityAlert> findAllByOrderByIdDesc(Limit limit);

    List<SecurityAlert> findByIdLessThanOrderByIdDesc(SecurityAlertId before, Limit limit);

    List<SecurityAlert> findByKindOrderByIdDesc(SecurityAlertKind kind, Limit limit);

    List<SecurityAlert> findByKindAndIdLessThanOrderByIdDesc(
            SecurityAlertKind kind, SecurityAlertId before, Limit limit);

    SecurityAlert save(SecurityAlert alert);
}
