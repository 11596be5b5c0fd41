package dev.atelier.workspace.attachment.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;

/** Says what a file is by its first bytes. */
final class MediaTypeDetector {
    /** What the first bytes of office documents are alike in: here the name says more, and can lie about nothing else. */
    private static final Set<String> CONTAINERS =
            Set.of("application/zip", "application/x-tika-ooxml", "application/x-tika-msoffice");

    /**
     * Pictures that are kept as they are: drawings, which are documents of whoever drew them, and what has no place for metadata. Every
     * other picture that is not a {@link dev.atelier.kit.image.PhotoFormat} is refused, as nobody removes its metadata.
     */
    private static final Set<String> WITHOUT_METADATA = Set.of(
            "image/svg+xml",
            "image/vnd.dwg",
            "image/vnd.dxf",
            "image/vnd.dxb",
            "image/wmf",
            "image/emf",
            "image/bmp",
            "image/vnd.microsoft.icon",
            "image/vnd.djvu");

    private static final Tika TIKA = new Tika();

    private MediaTypeDetector() {}

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

    /** Whether it is a picture that may say where and by whom it was taken. */
    static boolean keepsMetadata(String mediaType) {
        return mediaType.startsWith("image/") && !WITHOUT_METADATA.contains(mediaType);
    }

    private static String detect(Path file, Metadata metadata) throws IOException {
        try (var in = TikaInputStream.get(file)) {
            return TIKA.getDetector().detect(in, metadata).getBaseType().toString();
        }
    }
}
