package dev.atelier.report;

import dev.atelier.testkit.problem.ProblemTextsGate;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
    @Test
    void everythingThatIsRefusedHasItsFrench() {
        ProblemTextsGate.check();
    }
}
