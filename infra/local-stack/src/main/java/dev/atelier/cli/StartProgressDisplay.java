package dev.atelier.cli;

import dev.atelier.backing.ProgressListener;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Shows the progress of a start. On a terminal, one line lists the parts that are still starting and is redrawn each
 * second. Elsewhere each part gets a line when it takes longer than two seconds, and one when it is ready.
 */
final class StartProgressDisplay implements ProgressListener, AutoCloseable {
    private static final Pattern STARTING = Pattern.compile("(.+) is starting");
    private static final Pattern READY = Pattern.compile("(.+) is ready .*");
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final long began = System.nanoTime();
    private final Set<String> starting = new LinkedHashSet<>();
    private boolean closed;

    StartProgressDisplay(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Writes to the standard output of this process. */
    static StartProgressDisplay onTerminal() {
        var terminal = Optional.ofNullable(System.console()).map(Console::isTerminal);
        var display = new StartProgressDisplay(System.out, terminal.orElse(false));
        if (display.terminal) {
            Thread.ofVirtual().name("start display").start(display::redrawUntilClosed);
        }
        return display;
    }

    @Override
    public synchronized void report(String sentence) {
        var begins = STARTING.matcher(sentence);
        if (begins.matches()) {
            starting.add(begins.group(1));
        }
        var ends = READY.matcher(sentence);
        if (ends.matches()) {
            starting.remove(ends.group(1));
        }
        if (!terminal) {
            out.println(sentence);
            return;
        }
        out.print(CLEAR);
        if (!begins.matches()) {
            out.println(sentence);
        }
        draw();
    }

    private void draw() {
        if (!starting.isEmpty() && !closed) {
            out.print("%sStarting, %d s: %s"
                    .formatted(CLEAR, (System.nanoTime() - began) / 1_000_000_000, String.join(", ", starting)));
            out.flush();
        }
    }

    private void redrawUntilClosed() {
        try {
            while (redraw()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean redraw() {
        draw();
        return !closed;
    }

    /** Ends the progress line; later messages are printed on lines of their own. */
    @Override
    public synchronized void close() {
        if (terminal && !starting.isEmpty()) {
            out.print(CLEAR);
        }
        closed = true;
        starting.clear();
    }
}
