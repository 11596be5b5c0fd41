package dev.atelier.agentrun.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolAnswerTest {
    @Test
    void isAsLongAsAllowedAndSaysWhereItWasCut() {
        var most = "x".repeat(ToolAnswer.LONGEST);

        assertThat(ToolAnswer.of(most).text()).isEqualTo(most);
        assertThat(ToolAnswer.of(most + "x").text())
                .hasSize(ToolAnswer.LONGEST)
                .endsWith("(cut here: the answer was longer)");
    }
}
