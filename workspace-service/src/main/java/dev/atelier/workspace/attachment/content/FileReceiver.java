package dev.atelier.workspace.attachment.content;

import dev.atelier.kit.crypto.Sha256;
import dev.atelier.kit.file.TemporaryFiles;
import dev.atelier.kit.image.ImageTypeNotAccepted;
import dev.atelier.kit.image.PhotoDecoder;
import dev.atelier.kit.image.PhotoFormat;
import dev.atelier.kit.image.PhotoSanitizer;
import dev.atelier.kit.image.ThumbnailGenerator;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.workspace.attachment.scan.VirusScanner;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Receives files on the local disk first, so that nothing remains of an incomplete upload. */
@Component
public class FileReceiver {
    private final TemporaryFiles files;
    private final VirusScanner scan;
    private final PhotoSanitizer photoSanitizer;
    private final ThumbnailGenerator thumbnailGenerator;

    FileReceiver(TemporaryFiles files, VirusScanner scan, PhotoSettings settings) {
        this.files = files;
        this.scan = scan;
        var decoder = new PhotoDecoder(files);
        this.photoSanitizer = new PhotoSanitizer(settings.maxPixels(), decoder);
        this.thumbnailGenerator = new ThumbnailGenerator(settings.thumbnail(), decoder);
    }

    /**
     * Receives a whole file and detects its type. A picture loses its metadata and gets a thumbnail.
     *
     * @param name refines the type of a container format, and decides nothing else
     * @param rights refuses a caller who may not upload any more; runs after the upload and again after the virus scan
     * @throws dev.atelier.kit.problem.Refusal if the file is empty or infected, or is a picture that is broken, too
     *     large or of a type whose metadata cannot be removed
     */
    public ReceivedFile receive(InputStream body, String name, Runnable rights) throws IOException {
        var temporary = new UploadFiles(files);
        boolean complete = false;
        try {
            var whole = temporary.create();
            var digest = Sha256.digest();
            long size = write(new DigestInputStream(body, digest), whole);
            if (size == 0) {
                throw InvalidInput.of("body", "must not be empty");
            }
            rights.run();
            scan.requireClean(whole);
            rights.run();
            var print = HexFormat.of().formatHex(digest.digest());
            var format = PhotoFormat.of(head(whole));
            var receivedFile = format.isPresent()
                    ? photo(whole, format.get(), print, temporary)
                    : new ReceivedFile(
                            whole,
                            new FileMetadata(
                                    requireAccepted(MediaTypeDetector.detectType(whole, name)),
                                    size,
                                    print,
                                    null,
                                    null,
                                    false),
                            null,
                            temporary);
            complete = true;
            return receivedFile;
        } finally {
            if (!complete) {
                temporary.close();
            }
        }
    }

    private static String requireAccepted(String mediaType) {
        if (MediaTypeDetector.mayContainMetadata(mediaType)) {
            throw new ImageTypeNotAccepted(mediaType);
        }
        return mediaType;
    }

    private ReceivedFile photo(Path whole, PhotoFormat format, String print, UploadFiles temporary) throws IOException {
        var stripped = temporary.create();
        var photoInfo = photoSanitizer.strip(format, whole, stripped);
        var thumbnail = thumbnailGenerator.generate(stripped, photoInfo);
        var small = temporary.create();
        if (thumbnail.isPresent()) {
            Files.write(small, thumbnail.get());
        }
        int width = photoInfo.sideways() ? photoInfo.height() : photoInfo.width();
        int height = photoInfo.sideways() ? photoInfo.width() : photoInfo.height();
        var fileMetadata =
                new FileMetadata(format.mediaType(), Files.size(stripped), print, width, height, thumbnail.isPresent());
        return new ReceivedFile(stripped, fileMetadata, thumbnail.isPresent() ? small : null, temporary);
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
