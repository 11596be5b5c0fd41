package dev.atelier.identity.securitylog.source;

import dev.atelier.identity.keycloak.KeycloakAudit;
import dev.atelier.identity.keycloak.KeycloakAudit.Stream;
import dev.atelier.identity.keycloak.KeycloakNote;
import dev.atelier.identity.keycloak.KeycloakSettings;
import dev.atelier.identity.securitylog.SecurityLog;
import dev.atelier.identity.securitylog.alert.Alerting;
import dev.atelier.identity.securitylog.note.Detail;
import dev.atelier.identity.securitylog.note.Kind;
import dev.atelier.identity.securitylog.note.Note;
import dev.atelier.kit.mongo.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes down what Keycloak noted, by itself and not along with what brings accounts up to date: there a missed event is
 * mended by a scan, here it is gone. Where that may have happened the log says {@link Kind#GAP}, and {@code atelier.securitylog.missed}
 * counts it.
 */
@Component
class KeycloakReading {
    private static final Logger log = LoggerFactory.getLogger(KeycloakReading.class);
    private static final String MISSED = "atelier.securitylog.missed";

    private final KeycloakAudit audit;
    private final LogCursors cursors;
    private final SecurityLog entries;
    private final Alerting alerting;
    private final KeycloakSettings settings;
    private final Transactions transactions;
    private final MeterRegistry meters;
    private final Clock clock;

    KeycloakReading(
            KeycloakAudit audit,
            LogCursors cursors,
            SecurityLog entries,
            Alerting alerting,
            KeycloakSettings settings,
            Transactions transactions,
            MeterRegistry meters,
            Clock clock) {
        this.audit = audit;
        this.cursors = cursors;
        this.entries = entries;
        this.alerting = alerting;
        this.settings = settings;
        this.transactions = transactions;
        this.meters = meters;
        this.clock = clock;
    }

    /** One look at each stream, page by page for as long as we may. */
    void look(BooleanSupplier mayGoOn) {
        for (var stream : Stream.values()) {
            var cursor = cursorOf(stream);
            var from = cursor.newest().minus(settings.overlap());
            int first = 0;
            int length = settings.pageSize();
            while (length == settings.pageSize() && mayGoOn.getAsBoolean()) {
                var page = audit.read(stream, from, first, settings.pageSize());
                cursor = keep(page, cursor);
                length = page.size();
                first += length;
            }
        }
    }

    private LogCursor cursorOf(Stream stream) {
        var now = clock.instant();
        var stored = cursors.findById(stream)
                .orElseGet(() -> cursors.save(LogCursor.first(stream, settings.eventRetention(), now)));
        return stored.expired(settings.eventRetention(), now) ? gap(stored, now) : stored;
    }

    /** What Keycloak still has is read all the same. */
    private LogCursor gap(LogCursor expired, Instant now) {
        var stream = expired.stream();
        log.error("Keycloak's {} were not read for too long: the security log may have a gap.", stream);
        meters.counter(MISSED, "stream", stream.name()).increment();
        var source = "gap:%s:%d".formatted(stream, expired.looked().toEpochMilli());
        return transactions.call(() -> {
            entries.append(List.of(Note.of(source, now, Kind.GAP).detail(Detail.valueOf(stream.name()))));
            return cursors.save(expired.after(List.of(), now));
        });
    }

    private LogCursor keep(List<KeycloakNote> page, LogCursor cursor) {
        var after = cursor.after(page, clock.instant());
        var fresh = fresh(page.stream()
                .map(said ->
                        new Heard(said, Translation.of(cursor.stream(), said).orElse(null)))
                .filter(Heard::matters)
                .toList());
        if (fresh.isEmpty()) {
            return cursor.isBehind(after) ? cursors.save(after) : cursor;
        }
        return transactions.call(() -> {
            entries.append(fresh.stream().map(Heard::known).toList());
            fresh.forEach(heard -> heard.sighting().ifPresent(alerting::saw));
            return cursors.save(after);
        });
    }

    private List<Heard> fresh(List<Heard> heard) {
        var known =
                entries.known(heard.stream().map(one -> one.known().source()).toList());
        return heard.stream()
                .filter(one -> !known.contains(one.known().source()))
                .toList();
    }
}
