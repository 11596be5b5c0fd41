package dev.atelier.kit.file;

import java.io.IOException;
import java.nio.file.Path;

/** A process that holds a temporary file until it is killed. */
final class TemporaryFileProcessMain {
    private TemporaryFileProcessMain() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        System.out.println(new TemporaryFiles(Path.of(args[0])).create());
        int end = System.in.read();
        System.out.println(end);
    }
}
