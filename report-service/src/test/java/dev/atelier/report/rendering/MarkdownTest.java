package dev.atelier.report.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    private final Markdown markdown = new Markdown(Duration.ofSeconds(30));

    @Test
    void takesATextOfTheLongestLengthAndNoneBeyond() {
        assertThat(markdown.html("a".repeat(Markdown.LONGEST))).isPresent();
        assertThat(markdown.html("a".repeat(Markdown.LONGEST + 1))).isEmpty();
    }

    @Test
    void takesAsManyNodesAsItMayAndNoneBeyond() {
        int items = (Markdown.MOST_NODES - 2) / 3;
        assertThat(markdown.html("- a\n".repeat(items))).isPresent();
        assertThat(markdown.html("- a\n".repeat(items + 1))).isEmpty();
    }

    @Test
    void takesAsManyCellsAsItMayAndNoneBeyond() {
        var table = "a|b\n-|-\n" + "x|y\n".repeat(Markdown.MOST_CELLS / 2 - 1);
        assertThat(markdown.html(table)).isPresent();
        assertThat(markdown.html(table + "x|y\n")).isEmpty();
        assertThat(markdown.html(table + "\n\n" + "no row\n".repeat(100))).isPresent();
    }

    @Test
    void whatIsNestedDeeperThanItMayIsText() {
        assertThat(markdown.html(">".repeat(Markdown.DEEPEST_BLOCKS + 1) + "x").orElseThrow())
                .contains("&gt;x")
                .containsPattern("(<blockquote>\\s*){" + (Markdown.DEEPEST_BLOCKS - 1) + "}");
        assertThat(markdown.html("*a _b ".repeat(Markdown.DEEPEST) + "x_ y*".repeat(Markdown.DEEPEST)))
                .isEmpty();
        assertThat(markdown.html("*a _b ".repeat(10) + "x_ y*".repeat(10))).isPresent();
    }

    @Test
    void whatTakesTooLongIsGivenUp() {
        assertThat(new Markdown(Duration.ZERO).html("x <?".repeat(10_000))).isEmpty();
    }
}
