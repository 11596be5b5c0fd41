package dev.atelier.report.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MarkdownRendererTest {
    private final MarkdownRenderer markdownRenderer = new MarkdownRenderer(Duration.ofSeconds(30));

    @Test
    void takesATextOfTheLongestLengthAndNoneBeyond() {
        assertThat(markdownRenderer.html("a".repeat(MarkdownRenderer.LONGEST))).isPresent();
        assertThat(markdownRenderer.html("a".repeat(MarkdownRenderer.LONGEST + 1)))
                .isEmpty();
    }

    @Test
    void takesAsManyNodesAsItMayAndNoneBeyond() {
        int items = (MarkdownRenderer.MOST_NODES - 2) / 3;
        assertThat(markdownRenderer.html("- a\n".repeat(items))).isPresent();
        assertThat(markdownRenderer.html("- a\n".repeat(items + 1))).isEmpty();
    }

    @Test
    void takesAsManyCellsAsItMayAndNoneBeyond() {
        var table = "a|b\n-|-\n" + "x|y\n".repeat(MarkdownRenderer.MOST_CELLS / 2 - 1);
        assertThat(markdownRenderer.html(table)).isPresent();
        assertThat(markdownRenderer.html(table + "x|y\n")).isEmpty();
        assertThat(markdownRenderer.html(table + "\n\n" + "no row\n".repeat(100)))
                .isPresent();
    }

    @Test
    void whatIsNestedDeeperThanItMayIsText() {
        assertThat(markdownRenderer
                        .html(">".repeat(MarkdownRenderer.DEEPEST_BLOCKS + 1) + "x")
                        .orElseThrow())
                .contains("&gt;x")
                .containsPattern("(<blockquote>\\s*){" + (MarkdownRenderer.DEEPEST_BLOCKS - 1) + "}");
        assertThat(markdownRenderer.html(
                        "*a _b ".repeat(MarkdownRenderer.DEEPEST) + "x_ y*".repeat(MarkdownRenderer.DEEPEST)))
                .isEmpty();
        assertThat(markdownRenderer.html("*a _b ".repeat(10) + "x_ y*".repeat(10)))
                .isPresent();
    }

    @Test
    void whatTakesTooLongIsGivenUp() {
        assertThat(new MarkdownRenderer(Duration.ZERO).html("x <?".repeat(10_000)))
                .isEmpty();
    }
}
