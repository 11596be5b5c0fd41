package dev.atelier.identity.sync;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.AccountProvisioner;
import dev.atelier.identity.account.DirectoryUnavailable;
import dev.atelier.identity.keycloak.KeycloakSettings;
import dev.atelier.identity.keycloak.KeycloakUserEvent;
import dev.atelier.identity.keycloak.KeycloakUserEvent.SessionEnded;
import dev.atelier.identity.keycloak.KeycloakUserEvent.SessionsEnded;
import dev.atelier.identity.keycloak.KeycloakUserEvent.UserChanged;
import dev.atelier.identity.keycloak.KeycloakUserEvent.UserSignedIn;
import dev.atelier.identity.keycloak.KeycloakUserEventReader;
import dev.atelier.identity.keycloak.KeycloakUserEventReader.KeycloakEventStream;
import dev.atelier.identity.session.EndedSessionRevoker;
import dev.atelier.identity.session.LastSignInStore;
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
 * Polls Keycloak for sign-ins, sign-outs, registrations, verified addresses and changes of users. A listener inside
 * Keycloak would lose events, or block sign-ins, while this service is unavailable; a stored event waits. An event only
 * tells which user to synchronize, which is idempotent, so a crash before the cursor is saved is harmless. Where events
 * may have been deleted unread, {@code atelier.keycloak.events.missed} counts it as an alarm, and a full scan corrects
 * it.
 */
@Component
class KeycloakEventPoller {
    private static final Logger log = LoggerFactory.getLogger(KeycloakEventPoller.class);
    private static final Duration NOTE_EVERY = Duration.ofMinutes(1);
    private static final String MISSED = "atelier.keycloak.events.missed";

    private final KeycloakUserEventReader events;
    private final KeycloakEventCursorRepository cursors;
    private final AccountProvisioner accountProvisioner;
    private final LastSignInStore lastSignInStore;
    private final EndedSessionRevoker endedSessionRevoker;
    private final AccountReconciler accountReconciler;
    private final KeycloakSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    KeycloakEventPoller(
            KeycloakUserEventReader events,
            KeycloakEventCursorRepository cursors,
            AccountProvisioner accountProvisioner,
            LastSignInStore lastSignInStore,
            EndedSessionRevoker endedSessionRevoker,
            AccountReconciler accountReconciler,
            KeycloakSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.events = events;
        this.cursors = cursors;
        this.accountProvisioner = accountProvisioner;
        this.lastSignInStore = lastSignInStore;
        this.endedSessionRevoker = endedSessionRevoker;
        this.accountReconciler = accountReconciler;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /** Polls each stream once, page by page, until it must stop. */
    void poll(BooleanSupplier mayGoOn) {
        for (var stream : KeycloakEventStream.values()) {
            var cursor = cursorOf(stream);
            var from = cursor.from(settings.overlap());
            int first = 0;
            int length = settings.pageSize();
            while (length == settings.pageSize() && mayGoOn.getAsBoolean()) {
                var batch = events.read(stream, from, first, settings.pageSize());
                cursor = process(batch.events(), cursor);
                length = batch.length();
                first += length;
            }
        }
    }

    private KeycloakEventCursor cursorOf(KeycloakEventStream stream) {
        var now = clock.instant();
        var stored = cursors.findById(stream);
        if (stored.isPresent() && !stored.get().expired(settings.eventRetention(), now)) {
            return stored.get();
        }
        if (stored.isPresent()) {
            meters.counter(MISSED, "stream", stream.name()).increment();
            log.warn("Keycloak's {} were not read for too long and may be lost: a full scan follows.", stream);
        }
        accountReconciler.requestScan();
        return cursors.save(KeycloakEventCursor.startingAt(stream, now));
    }

    private KeycloakEventCursor process(List<KeycloakUserEvent> batch, KeycloakEventCursor cursor) {
        var unseen = cursor.unseen(batch);
        var changed = new LinkedHashSet<UserId>();
        for (var event : unseen) {
            switch (event) {
                case UserSignedIn signedIn -> lastSignInStore.record(signedIn.user(), signedIn.time());
                case SessionEnded ended -> endedSessionRevoker.voidTokensOf(ended.session(), ended.time());
                case SessionsEnded ended -> endedSessionRevoker.voidTokensOf(ended.user(), ended.time());
                case UserChanged other -> changed.add(other.user());
            }
        }
        changed.forEach(this::synchronize);
        var after = cursor.after(unseen, settings.overlap(), clock.instant());
        var worthNoting =
                !unseen.isEmpty() || after.looked().isAfter(cursor.looked().plus(NOTE_EVERY));
        return worthNoting ? cursors.save(after) : cursor;
    }

    private void synchronize(UserId id) {
        try {
            accountProvisioner.synchronize(id);
        } catch (DirectoryUnavailable e) {
            throw e;
        } catch (RuntimeException | Error e) {
            log.error("Account {} could not be synchronized; the next scan retries it.", id, e);
            accountReconciler.requestScan();
        }
    }
}
