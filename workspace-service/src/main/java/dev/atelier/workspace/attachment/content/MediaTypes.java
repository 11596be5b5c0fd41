package dev.atelier.workspace.attachment.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;

/** Says what a file is by its first bytes. */
final class MediaTypes {
    /** What the first bytes of office documents are alike in: here the name says more, and can lie about nothing else. */
    private static final Set<String> CONTAINERS =
            Set.of("application/zip", "application/x-tika-ooxml", "application/x-tika-msoffice");

    private static final Tika TIKA = new Tika();

    private MediaTypes() {}

    static String of(Path file, String name) throws IOException {
        var alone = detect(file, new Metadata());
        if (!CONTAINERS.contains(alone)) {
            return alone;
        }
        var named = new Metadata();
        named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        var refined = detect(file, named);
        return refined.startsWith("application/x-tika-") ? "application/octet-stream" : refined;
    }

    private static String detect(Path file, Metadata metadata) throws IOException {
        try (var in = TikaInputStream.get(file)) {
            return TIKA.getDetector().detect(in, metadata).getBaseType().toString();
        }
    }
}
