package dev.atelier.agentrun;

import dev.atelier.testkit.problem.ProblemTextsGate;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
    @Test
    void everythingThatIsRefusedHasItsFrench() {
        ProblemTextsGate.check("The connection was tried and does not work. ");
    }
}
