package dev.atelier.cli;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.process.LocalFileCache;
import dev.atelier.stack.Installation;
import dev.atelier.stack.RunningStackState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes all data of the local installation. */
@Command(name = "reset", description = "Deletes the data of this machine's installation, after asking.")
public final class ResetCommand implements Callable<Integer> {
    private static final List<String> DATA = List.of("mongodb", "kafka", "keycloak", "mail", "logs", "demo");
    private static final List<String> FILES = List.of("secrets.properties", "sessions.properties", "up.log");

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        var installation = Installation.locate();
        if (new RunningStackState(installation.directory()).isRunning()) {
            throw new BackingServiceFailed("Atelier runs. Stop it first: infra/atelier down");
        }
        if (!yes
                && !"yes"
                        .equals(IO.readln(
                                "This deletes all people, workspaces, runs, reports and mails in %s permanently. Type yes: "
                                        .formatted(installation.directory())))) {
            IO.println("Nothing was deleted.");
            return 1;
        }
        for (var folder : DATA) {
            LocalFileCache.delete(installation.directory().resolve(folder));
        }
        for (var file : FILES) {
            Files.deleteIfExists(installation.directory().resolve(file));
        }
        IO.println("All data is deleted. The next 'up' starts with an empty installation.");
        return 0;
    }
}
