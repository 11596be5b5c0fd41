package dev.atelier.agentrun.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolResultTest {
    @Test
    void isAsLongAsAllowedAndSaysWhereItWasCut() {
        var most = "x".repeat(ToolResult.LONGEST);

        assertThat(ToolResult.of(most).text()).isEqualTo(most);
        assertThat(ToolResult.of(most + "x").text())
                .hasSize(ToolResult.LONGEST)
                .endsWith("(cut here: the answer was longer)");
    }
}
