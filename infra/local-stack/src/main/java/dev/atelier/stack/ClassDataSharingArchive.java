package dev.atelier.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a service's classes look like once they are loaded, in a file beside its jar. It belongs to one build and one JDK, which the
 * JVM checks; a file that does not fit is passed over.
 */
record ClassDataSharingArchive(Path file, boolean made) {

    /** {@code made}: the JVM writes the file at its orderly end where there is none that fits. */
    static ClassDataSharingArchive beside(Path jar, boolean made) {
        return new ClassDataSharingArchive(jar.resolveSibling("classes.jsa"), made);
    }

    List<String> flags() {
        if (made) {
            return List.of(
                    "-XX:+AutoCreateSharedArchive",
                    "-XX:SharedArchiveFile=" + file,
                    "-Xlog:cds*=off",
                    "-Xlog:aot*=off");
        }
        return Files.exists(file)
                ? List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds*=off", "-Xlog:aot*=off")
                : List.of();
    }
}
