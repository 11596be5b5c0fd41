package dev.atelier.identity.session;

import dev.atelier.events.id.UserId;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The last day on which a person signed in. As a session lasts ten hours at most, they were last active on this day or
 * the next.
 *
 * @param day UTC
 */
@Document("lastSignIns")
@TypeAlias("last-sign-in")
record LastSignInDocument(@Id UserId id, @Indexed LocalDate day) {}
