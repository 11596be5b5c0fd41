package dev.atelier.identity.session;

import dev.atelier.events.id.UserId;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The last day on which a person signed in. A session lasts ten hours at most, so it is also the last on which they were
 * active, or the day before that.
 *
 * @param day UTC
 */
@Document("lastSignIns")
@TypeAlias("last-sign-in")
record LastSignInDocument(@Id UserId id, @Indexed LocalDate day) {}
