package dev.atelier.stack;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.process.CommandRunner;
import dev.atelier.backing.process.FileChecksum;
import dev.atelier.backing.process.LocalFileCache;
import dev.atelier.backing.process.ProgramLocator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Extracts a service's jar. An extracted jar starts faster and is not affected by a new build. */
final class ServiceJarExtractor {
    private ServiceJarExtractor() {}

    /**
     * Returns the jar to start, in a folder named after the built jar's checksum. Folders of other builds of the
     * service are deleted unless a process uses them.
     */
    static Path extracted(ServiceDefinition serviceDefinition, Path root, Path apps) {
        var built = built(serviceDefinition, root);
        var name = serviceDefinition.name() + "-" + FileChecksum.sha256(built).substring(0, 12);
        var folder = new LocalFileCache(apps).folder(name, working -> extract(built, working));
        deleteOthers(serviceDefinition, apps, name);
        return theJarIn(folder, built);
    }

    private static Path built(ServiceDefinition serviceDefinition, Path root) {
        return theJarIn(
                root.resolve(serviceDefinition.name()).resolve("target"), root.resolve(serviceDefinition.name()));
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
        CommandRunner.run(
                "Unpacking " + jar.getFileName(),
                List.of(
                        ProgramLocator.java().toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        working.toString()),
                working);
    }

    /** Whether a process of this or another stack still loads classes from the folder. */
    private static boolean isInUse(Path folder) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .anyMatch(command -> command.contains(folder.toString()));
    }

    private static void deleteOthers(ServiceDefinition serviceDefinition, Path apps, String kept) {
        try (var folders = Files.list(apps)) {
            folders.filter(folder ->
                            folder.getFileName().toString().matches(serviceDefinition.name() + "-[0-9a-f]{12}"))
                    .filter(folder -> !folder.getFileName().toString().equals(kept))
                    .filter(folder -> !isInUse(folder))
                    .forEach(LocalFileCache::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
