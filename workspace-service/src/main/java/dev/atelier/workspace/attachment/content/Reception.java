package dev.atelier.workspace.attachment.content;

import dev.atelier.kit.crypto.Sha256;
import dev.atelier.kit.image.PhotoFormat;
import dev.atelier.kit.image.Photos;
import dev.atelier.kit.image.Thumbnails;
import dev.atelier.kit.web.InvalidInput;
import dev.atelier.workspace.attachment.scan.VirusScan;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes files in: onto the disk first, so that nothing is kept of what does not come to its end. */
@Component
public class Reception {
    private final Spool spool;
    private final VirusScan scan;
    private final Photos photos;
    private final Thumbnails thumbnails;

    Reception(Spool spool, VirusScan scan, PhotoSettings settings) {
        this.spool = spool;
        this.scan = scan;
        this.photos = new Photos(settings.maxPixels());
        this.thumbnails = new Thumbnails(settings.thumbnail());
    }

    /**
     * Receives a file to its end and looks what it is; a photo loses its metadata and gets a thumbnail.
     *
     * @param name refines what a container of documents holds, and decides nothing else
     * @throws dev.atelier.kit.web.Refusal for a photo that is broken or too large, for what the virus scanner finds, and for nothing at all
     */
    public Received receive(InputStream body, String name) throws IOException {
        var whole = spool.file();
        try {
            var digest = Sha256.digest();
            long size = write(new DigestInputStream(body, digest), whole);
            if (size == 0) {
                throw InvalidInput.of("body", "must not be empty");
            }
            scan.demandClean(whole);
            var print = HexFormat.of().formatHex(digest.digest());
            var format = PhotoFormat.of(head(whole));
            return format.isPresent()
                    ? photo(whole, format.get(), print)
                    : new Received(
                            whole,
                            new Content(MediaTypes.of(whole, name), size, print, null, null, false),
                            null,
                            List.of(whole));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(whole);
            throw e;
        }
    }

    private Received photo(Path whole, PhotoFormat format, String print) throws IOException {
        var stripped = spool.file();
        var small = spool.file();
        var temporary = List.of(whole, stripped, small);
        try {
            var photo = photos.strip(format, whole, stripped);
            var thumbnail = thumbnails.of(stripped, photo);
            if (thumbnail.isPresent()) {
                Files.write(small, thumbnail.get());
            }
            int width = photo.lies() ? photo.height() : photo.width();
            int height = photo.lies() ? photo.width() : photo.height();
            var content =
                    new Content(format.mediaType(), Files.size(stripped), print, width, height, thumbnail.isPresent());
            return new Received(stripped, content, thumbnail.isPresent() ? small : null, temporary);
        } catch (IOException | RuntimeException e) {
            for (var one : temporary) {
                Files.deleteIfExists(one);
            }
            throw e;
        }
    }

    private static long write(InputStream body, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            return body.transferTo(out);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return in.readNBytes(PhotoFormat.HEAD);
        }
    }
}
