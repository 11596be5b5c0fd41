package dev.atelier.identity.securitylog.alert;

import dev.atelier.events.SecurityEvent.Alarm;
import dev.atelier.events.id.SecurityAlertId;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** All alarms that are kept. */
interface Alerts extends Repository<Alert, SecurityAlertId> {
    List<Alert> findAllByOrderByIdDesc(Limit limit);

    List<Alert> findByIdLessThanOrderByIdDesc(SecurityAlertId before, Limit limit);

    List<Alert> findByKindOrderByIdDesc(Alarm kind, Limit limit);

    List<Alert> findByKindAndIdLessThanOrderByIdDesc(Alarm kind, SecurityAlertId before, Limit limit);

    Alert save(Alert alert);
}
