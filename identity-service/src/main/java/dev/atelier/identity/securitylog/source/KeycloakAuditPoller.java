package dev.atelier.identity.securitylog.source;

import dev.atelier.identity.keycloak.KeycloakAuditEvent;
import dev.atelier.identity.keycloak.KeycloakAuditReader;
import dev.atelier.identity.keycloak.KeycloakAuditReader.KeycloakAuditStream;
import dev.atelier.identity.keycloak.KeycloakSettings;
import dev.atelier.identity.securitylog.SecurityLog;
import dev.atelier.identity.securitylog.alert.SecurityAlertService;
import dev.atelier.identity.securitylog.entry.SecurityLogDetail;
import dev.atelier.identity.securitylog.entry.SecurityLogEntryDraft;
import dev.atelier.identity.securitylog.entry.SecurityLogKind;
import dev.atelier.kit.mongo.TransactionRunner;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes Keycloak's events to the security log. It is separate from the poller that updates accounts: there a scan
 * corrects a missed event, here the event is lost. Where that may have happened, the log gets a {@link
 * SecurityLogKind#GAP}, and the counter {@code atelier.securitylog.missed} grows.
 */
@Component
class KeycloakAuditPoller {
    private static final Logger log = LoggerFactory.getLogger(KeycloakAuditPoller.class);
    private static final String MISSED = "atelier.securitylog.missed";

    private final KeycloakAuditReader audit;
    private final KeycloakAuditCursorRepository cursors;
    private final SecurityLog entries;
    private final SecurityAlertService securityAlertService;
    private final KeycloakSettings settings;
    private final TransactionRunner transactionRunner;
    private final MeterRegistry meters;
    private final Clock clock;

    KeycloakAuditPoller(
            KeycloakAuditReader audit,
            KeycloakAuditCursorRepository cursors,
            SecurityLog entries,
            SecurityAlertService securityAlertService,
            KeycloakSettings settings,
            TransactionRunner transactionRunner,
            MeterRegistry meters,
            Clock clock) {
        this.audit = audit;
        this.cursors = cursors;
        this.entries = entries;
        this.securityAlertService = securityAlertService;
        this.settings = settings;
        this.transactionRunner = transactionRunner;
        this.meters = meters;
        this.clock = clock;
    }

    /** Polls each stream once, page by page, until it must stop. */
    void poll(BooleanSupplier mayGoOn) {
        for (var stream : KeycloakAuditStream.values()) {
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

    private KeycloakAuditCursor cursorOf(KeycloakAuditStream stream) {
        var now = clock.instant();
        var stored = cursors.findById(stream)
                .orElseGet(() -> cursors.save(KeycloakAuditCursor.first(stream, settings.eventRetention(), now)));
        return stored.expired(settings.eventRetention(), now) ? gap(stored, now) : stored;
    }

    /** Records the gap; the events that Keycloak still has are read as usual. */
    private KeycloakAuditCursor gap(KeycloakAuditCursor expired, Instant now) {
        var stream = expired.stream();
        log.error("Keycloak's {} events were not read for too long: the security log may have a gap.", stream);
        meters.counter(MISSED, "stream", stream.name()).increment();
        var source = "gap:%s:%d".formatted(stream, expired.looked().toEpochMilli());
        return transactionRunner.call(() -> {
            entries.append(List.of(SecurityLogEntryDraft.of(source, now, SecurityLogKind.GAP)
                    .detail(SecurityLogDetail.valueOf(stream.name()))));
            return cursors.save(expired.after(List.of(), now));
        });
    }

    private KeycloakAuditCursor keep(List<KeycloakAuditEvent> page, KeycloakAuditCursor cursor) {
        var after = cursor.after(page, clock.instant());
        var fresh = fresh(page.stream()
                .map(said -> new MappedAuditEvent(
                        said, KeycloakAuditMapper.of(cursor.stream(), said).orElse(null)))
                .filter(MappedAuditEvent::isRelevant)
                .toList());
        if (fresh.isEmpty()) {
            return cursor.isBehind(after) ? cursors.save(after) : cursor;
        }
        return transactionRunner.call(() -> {
            entries.append(fresh.stream().map(MappedAuditEvent::requireDraft).toList());
            fresh.forEach(mappedAuditEvent -> mappedAuditEvent.abuseSignal().ifPresent(securityAlertService::count));
            return cursors.save(after);
        });
    }

    private List<MappedAuditEvent> fresh(List<MappedAuditEvent> heard) {
        var known = entries.findKnownSources(
                heard.stream().map(one -> one.requireDraft().source()).toList());
        return heard.stream()
                .filter(one -> !known.contains(one.requireDraft().source()))
                .toList();
    }
}
