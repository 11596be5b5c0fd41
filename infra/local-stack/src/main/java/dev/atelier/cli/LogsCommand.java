package dev.atelier.cli;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.process.ProcessLogFile;
import dev.atelier.stack.Installation;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a log. */
@Command(name = "logs", description = "Shows the log of one part.")
public final class LogsCommand implements Callable<Integer> {
    private static final List<String> BACKING = List.of("mongodb", "kafka", "keycloak", "mail");

    @Parameters(paramLabel = "SERVICE", description = "A service, or mongodb, kafka, keycloak, mail.")
    private String part = "";

    @Option(names = "-n", defaultValue = "200", description = "Number of last lines; default 200.")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Follows the log until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var directory = Installation.locate().directory();
        var log = BACKING.contains(part)
                ? directory.resolve(part).resolve(part + ".log")
                : directory.resolve("logs").resolve(part + ".log");
        if (!Files.exists(log)) {
            throw new BackingServiceFailed(
                    "There is no log of %s. The parts are listed by: infra/atelier status".formatted(part));
        }
        IO.println(ProcessLogFile.tail(log, lines));
        if (follow) {
            follow(log);
        }
        return 0;
    }

    private static void follow(Path log) throws IOException, InterruptedException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(file.length());
            while (true) {
                var bytes = new byte[(int) Math.max(0, Math.min(1 << 16, file.length() - file.getFilePointer()))];
                file.readFully(bytes);
                IO.print(new String(bytes, StandardCharsets.UTF_8));
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }
}
