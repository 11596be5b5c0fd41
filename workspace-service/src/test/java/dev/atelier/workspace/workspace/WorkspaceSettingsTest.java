package dev.atelier.workspace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.AgentCreation;
import dev.atelier.events.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkspaceSettingsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant NEXT_NOON = NOON.plus(WorkspaceSettings.GRACE);

    private static WorkspaceSettings keeping(WorkspaceSettings before, @Nullable Integer days, Instant now) {
        return before.change(new RetentionPeriods(days, null, null, null, null), AgentCreation.EVERYONE, Set.of(), now);
    }

    private static @Nullable Instant waiting(WorkspaceSettings workspaceSettings) {
        return workspaceSettings.from().get(RetentionKind.ACTIONS);
    }

    @Test
    void theFirstLimitAndEveryShorterOneWaitsForADay() {
        var first = keeping(WorkspaceSettings.NONE, 365, NOON);
        var later = NOON.plus(Duration.ofDays(30));

        assertThat(waiting(first)).isEqualTo(NEXT_NOON);
        assertThat(waiting(keeping(first, 364, later))).isEqualTo(later.plus(WorkspaceSettings.GRACE));
    }

    @Test
    void whatStaysOrIsKeptLongerHoldsAtOnceWhereNothingWaits() {
        var first = keeping(WorkspaceSettings.NONE, 30, NOON);
        var later = NOON.plus(Duration.ofDays(30));

        assertThat(waiting(keeping(first, 30, later))).isNull();
        assertThat(waiting(keeping(first, 31, later))).isNull();
        assertThat(waiting(keeping(first, null, NOON))).isNull();
    }

    @Test
    void aDetourOverALongerTimeDoesNotShortenTheWait() {
        var first = keeping(WorkspaceSettings.NONE, 365, NOON.minus(Duration.ofDays(30)));
        var short30 = keeping(first, 30, NOON);
        var inTheEvening = NOON.plus(Duration.ofHours(8));

        assertThat(waiting(keeping(short30, 60, inTheEvening))).isEqualTo(NEXT_NOON);
        assertThat(waiting(keeping(short30, 29, inTheEvening))).isEqualTo(inTheEvening.plus(WorkspaceSettings.GRACE));
    }

    @Test
    void saysInWhichFieldsItDiffers() {
        var member = new UserId(UUID.randomUUID());
        var other = WorkspaceSettings.NONE.change(
                new RetentionPeriods(30, null, 60, null, null), AgentCreation.SELECTED, Set.of(member), NOON);

        assertThat(WorkspaceSettings.NONE.changedFields(other))
                .containsExactly("agentCreation", "agentCreators", "retentionDays.actions", "retentionDays.reports");
        assertThat(other.changedFields(other.without(member))).containsExactly("agentCreators");
        assertThat(other.without(new UserId(UUID.randomUUID()))).isSameAs(other);
    }
}
