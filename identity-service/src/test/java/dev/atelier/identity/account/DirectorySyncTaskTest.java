package dev.atelier.identity.account;

import static dev.atelier.identity.account.AccountFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectorySyncTaskTest {
    @ParameterizedTest
    @CsvSource({"0,1", "1,2", "2,4", "3,8", "4,16", "5,30", "6,30", "1000,30"})
    void isTriedAgainAfterAPauseThatDoublesUpToHalfAMinute(int failedBefore, long seconds) {
        var directorySyncTask = new DirectorySyncTask(7, failedBefore, NOON).failed(NOON);

        assertThat(Duration.between(NOON, directorySyncTask.due())).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(directorySyncTask.attempts()).isEqualTo(failedBefore + 1);
        assertThat(directorySyncTask.revision()).isEqualTo(7);
    }
}
