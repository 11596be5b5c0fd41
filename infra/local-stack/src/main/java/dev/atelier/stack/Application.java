package dev.atelier.stack;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.process.Cache;
import dev.atelier.backing.process.Checksum;
import dev.atelier.backing.process.Command;
import dev.atelier.backing.process.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A service's jar taken apart, which starts faster and does not mind a new build beneath it. */
final class Application {
    private Application() {}

    /** The jar to start, in a folder named for the built jar's checksum; folders of other builds of the service are deleted where nothing runs from them. */
    static Path extracted(Service service, Path root, Path apps) {
        var built = built(service, root);
        var name = service.name() + "-" + Checksum.sha256(built).substring(0, 12);
        var folder = new Cache(apps).folder(name, working -> extract(built, working));
        deleteOthers(service, apps, name);
        return theJarIn(folder, built);
    }

    private static Path built(Service service, Path root) {
        return theJarIn(root.resolve(service.name()).resolve("target"), root.resolve(service.name()));
    }

    private static Path theJarIn(Path folder, Path wanted) {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                var jar = files.filter(file -> file.toString().endsWith(".jar")).findFirst();
                if (jar.isPresent()) {
                    return jar.get();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new BackingServiceFailed(
                "%s has not been built. Build all: infra/atelier up does it, or mvn package -DskipTests"
                        .formatted(wanted));
    }

    private static void extract(Path jar, Path working) {
        Command.run(
                "Unpacking " + jar.getFileName(),
                List.of(
                        Programs.java().toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        working.toString()),
                working);
    }

    /** Whether a process, of this stack or another one, still loads its classes from there. */
    private static boolean runsFrom(Path folder) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .anyMatch(command -> command.contains(folder.toString()));
    }

    private static void deleteOthers(Service service, Path apps, String kept) {
        try (var folders = Files.list(apps)) {
            folders.filter(folder -> folder.getFileName().toString().matches(service.name() + "-[0-9a-f]{12}"))
                    .filter(folder -> !folder.getFileName().toString().equals(kept))
                    .filter(folder -> !runsFrom(folder))
                    .forEach(Cache::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
