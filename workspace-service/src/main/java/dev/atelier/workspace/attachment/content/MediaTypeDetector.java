package dev.atelier.workspace.attachment.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;

/** Detects the media type of a file from its first bytes. */
final class MediaTypeDetector {
    /**
     * Container formats, whose first bytes are the same for many office documents. Only for them the name refines the
     * type.
     */
    private static final Set<String> CONTAINERS =
            Set.of("application/zip", "application/x-tika-ooxml", "application/x-tika-msoffice");

    /**
     * Picture types that are stored unchanged: drawings, which are documents of their author, and formats without
     * metadata. Every other picture that is not a {@link dev.atelier.kit.image.PhotoFormat} is refused, because its
     * metadata would not be removed.
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

    static String detectType(Path file, String name) throws IOException {
        var alone = detect(file, new Metadata());
        if (!CONTAINERS.contains(alone)) {
            return alone;
        }
        var named = new Metadata();
        named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        var refined = detect(file, named);
        return refined.startsWith("application/x-tika-") ? "application/octet-stream" : refined;
    }

    /** Returns whether this is a picture that can contain where and by whom it was taken. */
    static boolean mayContainMetadata(String mediaType) {
        return mediaType.startsWith("image/") && !WITHOUT_METADATA.contains(mediaType);
    }

    private static String detect(Path file, Metadata metadata) throws IOException {
        try (var in = TikaInputStream.get(file)) {
            return TIKA.getDetector().detect(in, metadata).getBaseType().toString();
        }
    }
}
