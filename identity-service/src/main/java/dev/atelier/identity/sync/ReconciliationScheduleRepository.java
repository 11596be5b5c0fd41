package dev.atelier.identity.sync;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Stores the one {@link ReconciliationSchedule}. */
interface ReconciliationScheduleRepository extends Repository<ReconciliationSchedule, String> {
    Optional<ReconciliationSchedule> findById(String id);

    ReconciliationSchedule save(ReconciliationSchedule reconciliationSchedule);
}
