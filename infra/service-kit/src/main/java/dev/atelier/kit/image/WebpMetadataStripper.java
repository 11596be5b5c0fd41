package dev.atelier.kit.image;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies the chunks of a WebP that belong to its picture, and the orientation of its EXIF block. Reads the file twice,
 * so that it needs no list of the chunks. Source: RFC 9649, section 2.
 */
final class WebpMetadataStripper {
    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final Set<String> KEPT_OF_FRAMES = Set.of("VP8 ", "VP8L", "ALPH");
    private static final int HEADER_BYTES = 8;
    private static final int FRAME_BYTES = 16;
    private static final int MAX_CHUNKS = 20_000;
    private static final int MAX_PROFILE = 4 << 20;
    private static final int EXIF_FLAG = 0x08;
    private static final int XMP_FLAG = 0x04;

    private final RandomAccessFile in;
    private final DataOutputStream out;
    private final PhotoSanitizer limits;
    private final Set<String> seen = new HashSet<>();
    private @Nullable PhotoInfo photo;
    private int orientation = 1;
    private int chunks;

    WebpMetadataStripper(RandomAccessFile in, DataOutputStream out, PhotoSanitizer limits) {
        this.in = in;
        this.out = out;
        this.limits = limits;
    }

    /** A chunk of the file; its content is padded to an even length. */
    private record WebpChunk(String type, long at, long length) {
        long end() {
            return at + length;
        }

        long next() {
            return end() + (length & 1);
        }
    }

    /** An operation on a chunk. */
    @FunctionalInterface
    private interface WebpChunkConsumer {
        void take(WebpChunk chunk) throws IOException;
    }

    PhotoInfo run() throws IOException {
        in.seek(4);
        long end = HEADER_BYTES + littleEndian(4);
        long[] length = {4};
        each(12, end, in.length(), chunk -> {
            look(chunk);
            length[0] += written(chunk);
        });
        var read = photo;
        if (read == null) {
            throw broken();
        }
        // Programs ignore an EXIF block without the VP8X header that announces it.
        orientation = seen.contains("VP8X") ? orientation : 1;
        var turned = orientation == 1 ? new byte[0] : ExifOrientation.createBlock(orientation);
        out.writeBytes("RIFF");
        writeLittleEndian(length[0] + (turned.length == 0 ? 0 : HEADER_BYTES + turned.length));
        out.writeBytes("WEBP");
        chunks = 0;
        each(12, end, in.length(), this::write);
        if (turned.length > 0) {
            begin("EXIF", turned.length);
            out.write(turned);
        }
        return read.withOrientation(orientation);
    }

    private void each(long from, long end, long limit, WebpChunkConsumer webpChunkConsumer) throws IOException {
        for (long at = from; at + HEADER_BYTES <= end; ) {
            in.seek(at);
            var chunk = new WebpChunk(type(), at + HEADER_BYTES, littleEndian(4));
            if (chunk.end() > limit) {
                throw broken();
            }
            webpChunkConsumer.take(chunk);
            at = chunk.next();
        }
    }

    private void look(WebpChunk chunk) throws IOException {
        count();
        if (chunk.type().equals("EXIF")) {
            in.seek(chunk.at());
            var block = new byte[(int) Math.min(chunk.length(), ExifOrientation.LOOKED_AT)];
            in.readFully(block);
            orientation = orientation == 1 ? ExifOrientation.readBlock(block) : orientation;
        }
        if (chunk.type().equals("ICCP") && chunk.length() > MAX_PROFILE) {
            throw new PhotoTooComplex(PhotoFormat.WEBP, "bytes of colour profile", MAX_PROFILE);
        }
        if (KEPT.contains(chunk.type())) {
            if (!seen.add(chunk.type()) && !chunk.type().equals("ANMF")) {
                throw broken();
            }
            measure(chunk);
        }
    }

    private void count() {
        if (++chunks > MAX_CHUNKS) {
            throw new PhotoTooComplex(PhotoFormat.WEBP, "chunks", MAX_CHUNKS);
        }
    }

    /** Returns the number of bytes that are written of a chunk, with its header. */
    private long written(WebpChunk chunk) throws IOException {
        if (!KEPT.contains(chunk.type())) {
            return 0;
        }
        return HEADER_BYTES + (chunk.type().equals("ANMF") ? frame(chunk) : chunk.next() - chunk.at());
    }

    /**
     * Returns the number of bytes that are written of the content of an animation frame; chunks that do not belong to
     * its picture are left out.
     */
    private long frame(WebpChunk frame) throws IOException {
        if (frame.length() < FRAME_BYTES) {
            throw broken();
        }
        long[] length = {FRAME_BYTES};
        each(frame.at() + FRAME_BYTES, frame.end(), frame.end(), part -> {
            count();
            if (KEPT_OF_FRAMES.contains(part.type())) {
                length[0] += HEADER_BYTES + part.next() - part.at();
            }
        });
        return length[0];
    }

    private void write(WebpChunk chunk) throws IOException {
        switch (chunk.type()) {
            case "VP8X" -> {
                begin(chunk.type(), chunk.length());
                in.seek(chunk.at());
                int flags = in.readUnsignedByte() & ~(EXIF_FLAG | XMP_FLAG);
                out.writeByte(orientation == 1 ? flags : flags | EXIF_FLAG);
                copy(chunk.length() - 1);
            }
            case "ANMF" -> {
                begin(chunk.type(), frame(chunk));
                in.seek(chunk.at());
                copy(FRAME_BYTES);
                each(chunk.at() + FRAME_BYTES, chunk.end(), chunk.end(), part -> {
                    if (KEPT_OF_FRAMES.contains(part.type())) {
                        copy(part);
                    }
                });
            }
            default -> {
                if (KEPT.contains(chunk.type())) {
                    copy(chunk);
                }
            }
        }
    }

    private void copy(WebpChunk chunk) throws IOException {
        begin(chunk.type(), chunk.length());
        in.seek(chunk.at());
        copy(chunk.length());
        if (chunk.next() > chunk.end()) {
            out.writeByte(0);
        }
    }

    private void begin(String type, long length) throws IOException {
        out.writeBytes(type);
        writeLittleEndian(length);
    }

    private void copy(long bytes) throws IOException {
        var piece = new byte[8192];
        for (long left = bytes; left > 0; left -= piece.length) {
            int some = (int) Math.min(left, piece.length);
            in.readFully(piece, 0, some);
            out.write(piece, 0, some);
        }
    }

    /** Reads the size: the canvas comes first; its pictures must fit the limit as well. */
    private void measure(WebpChunk chunk) throws IOException {
        in.seek(chunk.at());
        var measured = switch (chunk.type()) {
            case "VP8X" -> {
                if (chunk.length() != 10) {
                    throw broken();
                }
                in.skipBytes(4);
                yield limits.checkSize(PhotoFormat.WEBP, (int) littleEndian(3) + 1, (int) littleEndian(3) + 1);
            }
            case "VP8 " -> {
                in.skipBytes(6);
                yield limits.checkSize(
                        PhotoFormat.WEBP, (int) littleEndian(2) & 0x3FFF, (int) littleEndian(2) & 0x3FFF);
            }
            case "VP8L" -> {
                in.skipBytes(1);
                long bits = littleEndian(4);
                yield limits.checkSize(PhotoFormat.WEBP, (int) (bits & 0x3FFF) + 1, (int) ((bits >> 14) & 0x3FFF) + 1);
            }
            default -> photo;
        };
        if (photo == null) {
            photo = measured;
        }
    }

    private String type() throws IOException {
        var type = new byte[4];
        in.readFully(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    private long littleEndian(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) in.readUnsignedByte() << (8 * i);
        }
        return value;
    }

    private void writeLittleEndian(long value) throws IOException {
        out.writeInt(Integer.reverseBytes((int) value));
    }

    private static PhotoUnreadable broken() {
        return new PhotoUnreadable(PhotoFormat.WEBP);
    }
}
