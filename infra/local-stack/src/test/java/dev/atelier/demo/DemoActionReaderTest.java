package dev.atelier.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DemoActionReaderTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void holdsFortyActionsOfEveryState() throws Exception {
        var actions = DemoActionReader.read(NOON);
        assertThat(actions).hasSize(40);
        assertThat(actions)
                .extracting(action -> action.get("state"))
                .contains("OPEN", "IN_PROGRESS", "BLOCKED", "DONE");
    }

    @Test
    void datesAreCountedFromToday() throws Exception {
        assertThat(DemoActionReader.read(NOON))
                .filteredOn(action -> String.valueOf(action.get("title")).startsWith("Fix the broken accents"))
                .extracting(action -> action.get("due"))
                .containsExactly("2026-03-02");
    }
}
