package dev.atelier.report.rendering;

import dev.atelier.kit.work.OwnThread;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders an agent's Markdown answer as well-formed HTML that contains no scripts and loads nothing. A text beyond a
 * limit is not rendered; the report then contains it as plain text.
 */
@OwnThread("a parser cannot be interrupted, so it runs on its own thread; the caller waits until a deadline")
final class MarkdownRenderer {
    /** Maximum number of UTF-16 units; longer texts are printed as plain text. */
    static final int LONGEST = 50_000;

    /** Maximum nesting of quotes and lists; deeper ones are printed as text. */
    static final int DEEPEST_BLOCKS = 20;

    /** Maximum nesting of all elements, including emphasis. */
    static final int DEEPEST = 60;

    /** Maximum number of nodes: paragraphs, bold words, cells and so on. */
    static final int MOST_NODES = 20_000;

    /** Maximum number of cells in all tables. A short text can produce many, because short rows are filled up. */
    static final int MOST_CELLS = 5_000;

    private static final Logger log = LoggerFactory.getLogger(MarkdownRenderer.class);
    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST_BLOCKS)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .nodeRendererFactory(ImageTextRenderer::new)
            .build();

    private final Duration deadline;
    private final Semaphore parsers = new Semaphore(2);

    /**
     * @param deadline maximum duration of rendering; while two parsers exceed it, further texts are printed as plain
     *     text
     */
    MarkdownRenderer(Duration deadline) {
        this.deadline = deadline;
    }

    /** Returns the HTML; empty when the text exceeds a limit. */
    Optional<String> html(String markdown) {
        if (markdown.length() > LONGEST || cells(markdown) > MOST_CELLS || !parsers.tryAcquire()) {
            return Optional.empty();
        }
        var parsing = new FutureTask<Optional<String>>(() -> {
            try {
                return parse(markdown);
            } finally {
                parsers.release();
            }
        });
        try {
            start(parsing);
            return parsing.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.warn("A text of {} characters is printed as plain text: {}", markdown.length(), e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void start(Runnable parsing) {
        try {
            Thread.ofPlatform().daemon().name("markdown").start(parsing);
        } catch (Error e) {
            parsers.release();
            throw e;
        }
    }

    private static Optional<String> parse(String markdown) {
        var document = PARSER.parse(markdown);
        return fits(document) ? Optional.of(RENDERER.render(document)) : Optional.empty();
    }

    /** Checks depth and number of nodes without recursion, because deep recursion would overflow the stack. */
    private static boolean fits(Node document) {
        var open = new ArrayDeque<PlacedBlock>();
        open.push(new PlacedBlock(document, 0));
        int nodes = 0;
        while (!open.isEmpty()) {
            var placedBlock = open.pop();
            if (placedBlock.depth() > DEEPEST || ++nodes > MOST_NODES) {
                return false;
            }
            for (var child = placedBlock.node().getFirstChild(); child != null; child = child.getNext()) {
                open.push(new PlacedBlock(child, placedBlock.depth() + 1));
            }
        }
        return true;
    }

    /** Returns the number of table cells in a text: each row has as many as its header. */
    private static long cells(String markdown) {
        long cells = 0;
        long columns = 0;
        for (var line : markdown.lines().toList()) {
            if (line.isBlank()) {
                columns = 0;
            } else if (isDelimiter(line)) {
                columns = line.chars().filter(c -> c == '|').count() + 1;
            }
            cells += columns;
        }
        return cells;
    }

    private static boolean isDelimiter(String line) {
        return line.contains("-") && line.contains("|") && line.chars().allMatch(c -> "|:- \t>*+".indexOf(c) >= 0);
    }

    private record PlacedBlock(Node node, int depth) {}

    /** Renders an image as its alternative text: a report never loads anything. */
    private record ImageTextRenderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node node) {
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
