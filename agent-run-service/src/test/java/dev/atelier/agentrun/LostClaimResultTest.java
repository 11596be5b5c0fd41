package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.Mockito.doThrow;

import dev.atelier.agentrun.run.FairTurnAllocator;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** A claim whose result never reaches the worker. */
class LostClaimResultTest extends ServiceTest {
    @MockitoSpyBean
    private FairTurnAllocator turns;

    @Test
    void theRunIsGivenBackAndCarriedToItsEnd() {
        var agent = TestAgentFactory.published(
                as(lea), path(""), "Summarise the project's actions.", Map.of("search_actions", "NONE"));
        doThrow(new DataAccessResourceFailureException("gone"))
                .doCallRealMethod()
                .when(turns)
                .recordServedTurn(anyDouble());

        var run = TestAgentFactory.started(as(noah), path(""), agent, project, "How does it stand?");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(as(noah).get(path("/runs/" + run)).text("state"))
                                .isEqualTo("COMPLETED"));
    }
}
