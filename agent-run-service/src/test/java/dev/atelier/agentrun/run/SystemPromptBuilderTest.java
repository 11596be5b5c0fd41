package dev.atelier.agentrun.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemPromptBuilderTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-30T22:30:00Z, Europe/Paris, 2026-11-30",
        "2026-11-30T23:30:00Z, Europe/Paris, 2026-12-01",
        "2026-12-01T03:00:00Z, America/Montreal, 2026-11-30",
        "2026-11-30T10:30:00Z, Pacific/Auckland, 2026-11-30",
        "2026-11-30T23:30:00Z, , 2026-11-30",
        "2026-11-30T23:30:00Z, Mars/Olympus, 2026-11-30"
    })
    void todayIsTheDayWhereTheStarterWas(Instant begin, String timeZone, String day) {
        assertThat(SystemPromptBuilder.today(RunFixtures.queued(begin, timeZone)))
                .hasToString(day);
    }
}
