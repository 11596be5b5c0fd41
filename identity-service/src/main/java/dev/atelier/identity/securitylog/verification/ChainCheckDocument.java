package dev.atelier.identity.securitylog.verification;

import dev.atelier.events.privacy.NotPersonal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** Result of the last check of the whole chain. */
@TypeAlias("log-verification")
@Document("securityLogChecks")
record ChainCheckDocument(
        @Id @NotPersonal("a constant") String id,
        Instant at,
        boolean whole,
        @Version @Nullable Long lock) {
    static final String LAST = "last";
}
