package dev.atelier.identity.avatar;

import dev.atelier.kit.file.TemporaryFiles;
import dev.atelier.kit.image.PhotoDecoder;
import dev.atelier.kit.image.PhotoFormat;
import dev.atelier.kit.image.PhotoSanitizer;
import dev.atelier.kit.image.SquareImageGenerator;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns an upload into pictures. Works on files, since nothing is decoded before its header was read. */
@Component
class AvatarProcessor {
    /** Limit of an upload, before it is cropped and scaled. */
    private static final long MAX_PIXELS = 50_000_000;

    private final TemporaryFiles files;
    private final PhotoSanitizer photoSanitizer;
    private final SquareImageGenerator squareImageGenerator;

    AvatarProcessor(TemporaryFiles files) {
        this.files = files;
        var decoder = new PhotoDecoder(files);
        this.photoSanitizer = new PhotoSanitizer(MAX_PIXELS, decoder);
        this.squareImageGenerator = new SquareImageGenerator(AvatarSize.all(), decoder);
    }

    /**
     * Decodes and encodes anew, which removes all metadata.
     *
     * @return JPEGs by their side
     * @throws dev.atelier.kit.problem.Refusal 422 {@code no-picture}, {@code too-many-pixels}, {@code
     *     photo-too-complex}, {@code photo-unreadable}; 503 {@code photo-decoder-busy}
     */
    Map<String, Binary> process(InputStream body) throws IOException {
        @Nullable Path sent = null;
        @Nullable Path stripped = null;
        try {
            sent = files.create();
            try (var out = Files.newOutputStream(sent)) {
                body.transferTo(out);
            }
            var format =
                    PhotoFormat.of(head(sent)).filter(PhotoFormat::decodable).orElseThrow(UnsupportedImageFormat::new);
            stripped = files.create();
            return squareImageGenerator
                    .generate(stripped, photoSanitizer.strip(format, sent, stripped))
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(one -> one.getKey().toString(), one -> new Binary(one.getValue())));
        } finally {
            delete(sent);
            delete(stripped);
        }
    }

    private static void delete(@Nullable Path file) throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return in.readNBytes(PhotoFormat.HEAD);
        }
    }
}
