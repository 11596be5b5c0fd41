package dev.atelier.identity.sync;

import dev.atelier.events.privacy.NotPersonal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** When the next full scan of Keycloak is due. */
@TypeAlias("account-scan")
@Document("scans")
record ReconciliationSchedule(
        @Id @NotPersonal("a constant") String id,
        Instant due,
        @Version @Nullable Long lock) {
    static final String ONLY = "keycloak";

    ReconciliationSchedule at(Instant next) {
        return new ReconciliationSchedule(id, next, lock);
    }
}
