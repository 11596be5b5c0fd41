package dev.atelier.cli.signin;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The terminal of the user, also if the output is redirected, as in {@code $(...)}. */
final class TerminalPrompt {
    private static final File DEVICE = new File("/dev/tty");

    private TerminalPrompt() {}

    /** Returns the line that is typed after the question, without echo; empty if there is no terminal. */
    static Optional<String> secret(String question) {
        try (var in = new BufferedReader(new InputStreamReader(new FileInputStream(DEVICE), StandardCharsets.UTF_8));
                var out = new FileOutputStream(DEVICE)) {
            var shown = new Thread(() -> stty("echo"));
            Runtime.getRuntime().addShutdownHook(shown);
            if (!stty("-echo")) {
                return Optional.empty();
            }
            out.write(question.getBytes(StandardCharsets.UTF_8));
            var typed = Optional.ofNullable(in.readLine());
            stty("echo");
            out.write('\n');
            return typed;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean stty(String mode) {
        try {
            return new ProcessBuilder("stty", mode)
                            .redirectInput(DEVICE)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
