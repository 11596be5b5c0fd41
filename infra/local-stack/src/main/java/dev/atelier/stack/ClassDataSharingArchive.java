package dev.atelier.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The class data sharing archive of a service, a file beside its jar. It is valid for one build and one JDK; the JVM
 * checks this and ignores a file that does not fit.
 */
record ClassDataSharingArchive(Path file, boolean made) {

    /** {@code made}: the JVM writes the file when it shuts down, if there is no valid one. */
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
