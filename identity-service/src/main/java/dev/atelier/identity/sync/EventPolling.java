package dev.atelier.identity.sync;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.DirectoryUnavailable;
import dev.atelier.identity.account.Provisioning;
import dev.atelier.identity.keycloak.KeycloakEvent;
import dev.atelier.identity.keycloak.KeycloakEvent.Changed;
import dev.atelier.identity.keycloak.KeycloakEvent.SessionEnded;
import dev.atelier.identity.keycloak.KeycloakEvent.SessionsEnded;
import dev.atelier.identity.keycloak.KeycloakEvent.SignedIn;
import dev.atelier.identity.keycloak.KeycloakEvents;
import dev.atelier.identity.keycloak.KeycloakEvents.Stream;
import dev.atelier.identity.keycloak.KeycloakSettings;
import dev.atelier.identity.lastsignin.LastSignIns;
import dev.atelier.identity.session.EndedSessions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hears from Keycloak who signed in, signed out, registered, verified an address or was changed. A listener inside Keycloak would lose events
 * or block sign-ins when we are away; a stored event waits. An event only says whom to look at: looking twice changes
 * nothing, so a crash between the look and the cursor is harmless. Where events may have been dropped before they were read,
 * {@code atelier.keycloak.events.missed} counts it as an alarm, and a full scan mends it.
 */
@Component
class EventPolling {
    private static final Logger log = LoggerFactory.getLogger(EventPolling.class);
    private static final Duration NOTE_EVERY = Duration.ofMinutes(1);
    private static final String MISSED = "atelier.keycloak.events.missed";

    private final KeycloakEvents events;
    private final EventCursors cursors;
    private final Provisioning provisioning;
    private final LastSignIns lastSignIns;
    private final EndedSessions endedSessions;
    private final Reconciliation reconciliation;
    private final KeycloakSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    EventPolling(
            KeycloakEvents events,
            EventCursors cursors,
            Provisioning provisioning,
            LastSignIns lastSignIns,
            EndedSessions endedSessions,
            Reconciliation reconciliation,
            KeycloakSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.events = events;
        this.cursors = cursors;
        this.provisioning = provisioning;
        this.lastSignIns = lastSignIns;
        this.endedSessions = endedSessions;
        this.reconciliation = reconciliation;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /** One look at each stream, page by page for as long as we may. */
    void look(BooleanSupplier mayGoOn) {
        for (var stream : Stream.values()) {
            var cursor = cursorOf(stream);
            var from = cursor.from(settings.overlap());
            int first = 0;
            int length = settings.pageSize();
            while (length == settings.pageSize() && mayGoOn.getAsBoolean()) {
                var batch = events.read(stream, from, first, settings.pageSize());
                cursor = dealWith(batch.events(), cursor);
                length = batch.length();
                first += length;
            }
        }
    }

    private EventCursor cursorOf(Stream stream) {
        var now = clock.instant();
        var stored = cursors.findById(stream);
        if (stored.isPresent() && !stored.get().expired(settings.eventRetention(), now)) {
            return stored.get();
        }
        if (stored.isPresent()) {
            meters.counter(MISSED, "stream", stream.name()).increment();
            log.warn(
                    "Keycloak's {} were not read for too long and may have been dropped: everyone is looked at.",
                    stream);
        }
        reconciliation.ask();
        return cursors.save(EventCursor.startingAt(stream, now));
    }

    private EventCursor dealWith(List<KeycloakEvent> batch, EventCursor cursor) {
        var unseen = cursor.unseen(batch);
        var changed = new LinkedHashSet<UserId>();
        for (var event : unseen) {
            switch (event) {
                case SignedIn signedIn -> lastSignIns.note(signedIn.user(), signedIn.time());
                case SessionEnded ended -> endedSessions.voidTokensOf(ended.session(), ended.time());
                case SessionsEnded ended -> endedSessions.voidTokensOf(ended.user(), ended.time());
                case Changed other -> changed.add(other.user());
            }
        }
        changed.forEach(this::lookAt);
        var after = cursor.after(unseen, settings.overlap(), clock.instant());
        var worthNoting =
                !unseen.isEmpty() || after.looked().isAfter(cursor.looked().plus(NOTE_EVERY));
        return worthNoting ? cursors.save(after) : cursor;
    }

    private void lookAt(UserId id) {
        try {
            provisioning.refresh(id);
        } catch (DirectoryUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("Account {} could not be brought up to date; the next scan tries again.", id, e);
            reconciliation.ask();
        }
    }
}
