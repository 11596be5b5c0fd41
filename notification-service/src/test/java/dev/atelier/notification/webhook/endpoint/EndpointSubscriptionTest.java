package dev.atelier.notification.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndpointSubscriptionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    @Test
    void twiceAsManyMayWaitWhileABacklogIsWorkedOff() {
        assertThat(resumedAt(null).limit(100, NOW)).isEqualTo(100);
        assertThat(resumedAt(NOW.minus(EndpointSubscription.GRACE)).limit(100, NOW))
                .isEqualTo(100);
        assertThat(resumedAt(NOW.minus(EndpointSubscription.GRACE).plusMillis(1))
                        .limit(100, NOW))
                .isEqualTo(200);
    }

    @Test
    void wantsWhatOneOfItsFiltersMatches() {
        assertThat(resumedAt(null).wants("agent-run.run-queued")).isTrue();
        assertThat(resumedAt(null).wants("report.report-ready")).isTrue();
        assertThat(resumedAt(null).wants("report.report-failed")).isFalse();
    }

    private static EndpointSubscription resumedAt(@Nullable Instant time) {
        var filters = List.of(new EventTypeFilter("agent-run.*"), new EventTypeFilter("report.report-ready"));
        return new EndpointSubscription(WorkspaceId.next(), WebhookEndpointId.next(), filters, false, time);
    }
}
