package dev.atelier.kit.problem;

import dev.atelier.testkit.problem.ProblemTextsGate;
import org.junit.jupiter.api.Test;

class ProblemTranslatorTest {
    @Test
    void everythingThatIsRefusedHasItsFrench() {
        ProblemTextsGate.check();
    }
}
