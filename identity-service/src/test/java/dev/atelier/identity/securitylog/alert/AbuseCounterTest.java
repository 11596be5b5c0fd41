package dev.atelier.identity.securitylog.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.identity.securitylog.alert.AbuseCounter.CountedSignal;
import dev.atelier.identity.securitylog.alert.SecurityAlertSettings.AlertThreshold;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AbuseCounterTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final AlertThreshold THREE_IN_TEN_MINUTES = new AlertThreshold(3, Duration.ofMinutes(10));

    private AbuseCounter watch = AbuseCounter.over("TOKEN_REUSE somebody", NOON);

    @Test
    void crossesAtTheThresholdAndNotBelow() {
        assertThat(saw("a", 0)).isFalse();
        assertThat(saw("b", 1)).isFalse();
        assertThat(saw("c", 2)).isTrue();
    }

    @Test
    void theSameCountsOnce() {
        saw("a", 0);
        saw("a", 1);
        assertThat(saw("a", 2)).isFalse();
    }

    @Test
    void whatIsOlderThanTheWindowCountsNoMore() {
        saw("a", 0);
        saw("b", 300);
        assertThat(saw("c", 600)).isFalse();
        assertThat(saw("d", 601)).isTrue();
    }

    @Test
    void whatComesLateCountsByItsTime() {
        saw("a", 100);
        saw("b", 101);
        assertThat(saw("c", 50)).isTrue();
    }

    @Test
    void isSilentForAWindowAfterAnAlarmAndThenRaisesAgain() {
        saw("a", 0);
        saw("b", 1);
        saw("c", 2);
        watch = watch.reset();

        assertThat(saw("d", 300)).isFalse();
        assertThat(saw("e", 400)).isFalse();
        assertThat(saw("f", 601)).isFalse();
        assertThat(saw("g", 602)).isTrue();
    }

    @Test
    void keepsNoMoreThanItNeeds() {
        for (int i = 0; i < 50; i++) {
            saw("account " + i, 0);
        }
        assertThat(watch.marks()).hasSize(3);
        assertThat(watch.expires()).isEqualTo(NOON.plus(Duration.ofMinutes(20)));
    }

    private boolean saw(String what, long second) {
        watch = watch.add(new CountedSignal(what, NOON.plusSeconds(second)), THREE_IN_TEN_MINUTES, NOON);
        return watch.crosses(THREE_IN_TEN_MINUTES);
    }
}
