package dev.atelier.backing.process;

import dev.atelier.backing.BackingServiceFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files. */
public final class FileChecksum {
    private FileChecksum() {}

    /** Lower-case hexadecimal digits. */
    public static String sha256(Path file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws {@link BackingServiceFailed} if the file does not have the pinned checksum. */
    public static void verify(Path file, String expected) {
        var actual = sha256(file);
        if (!actual.equals(expected)) {
            throw new BackingServiceFailed(
                    "%s is not the file that is pinned: its SHA-256 is %s, expected is %s. It is not used; download it again or examine it."
                            .formatted(file.getFileName(), actual, expected));
        }
    }
}
