package dev.atelier.kit.image;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies a WebP with the chunks that make its picture, and no other. Source: RFC 9649, section 2. */
final class WebpStrip {
    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final int EXIF_AND_XMP = 0x0C;

    private final RandomAccessFile in;
    private final DataOutputStream out;
    private final Photos limits;
    private @Nullable Photo photo;

    WebpStrip(RandomAccessFile in, DataOutputStream out, Photos limits) {
        this.in = in;
        this.out = out;
        this.limits = limits;
    }

    /** One part of the file; its content is padded to an even length. */
    private record Chunk(String type, long at, long length) {
        long padded() {
            return length + (length & 1);
        }
    }

    Photo run() throws IOException {
        in.seek(4);
        long end = 8 + littleEndian(4);
        var kept = new ArrayList<Chunk>();
        for (long at = 12; at + 8 <= end; ) {
            in.seek(at);
            var chunk = new Chunk(type(), at + 8, littleEndian(4));
            if (chunk.at() + chunk.length() > in.length()) {
                throw broken();
            }
            if (KEPT.contains(chunk.type())) {
                measure(chunk);
                kept.add(chunk);
            }
            at = chunk.at() + chunk.padded();
        }
        write(kept);
        var read = photo;
        if (read == null) {
            throw broken();
        }
        return read;
    }

    private void write(List<Chunk> chunks) throws IOException {
        out.writeBytes("RIFF");
        writeLittleEndian(4 + chunks.stream().mapToLong(one -> 8 + one.padded()).sum());
        out.writeBytes("WEBP");
        for (var chunk : chunks) {
            out.writeBytes(chunk.type());
            writeLittleEndian(chunk.length());
            in.seek(chunk.at());
            long left = chunk.length();
            if (chunk.type().equals("VP8X")) {
                out.writeByte(in.readUnsignedByte() & ~EXIF_AND_XMP);
                left--;
            }
            copy(left);
            if (chunk.padded() > chunk.length()) {
                out.writeByte(0);
            }
        }
    }

    private void copy(long bytes) throws IOException {
        var piece = new byte[8192];
        for (long left = bytes; left > 0; left -= piece.length) {
            int some = (int) Math.min(left, piece.length);
            in.readFully(piece, 0, some);
            out.write(piece, 0, some);
        }
    }

    /** The canvas comes first; where there is one, its pictures must fit the limit all the same. */
    private void measure(Chunk chunk) throws IOException {
        in.seek(chunk.at());
        var measured = switch (chunk.type()) {
            case "VP8X" -> {
                in.skipBytes(4);
                yield limits.measured(PhotoFormat.WEBP, (int) littleEndian(3) + 1, (int) littleEndian(3) + 1);
            }
            case "VP8 " -> {
                in.skipBytes(6);
                yield limits.measured(PhotoFormat.WEBP, (int) littleEndian(2) & 0x3FFF, (int) littleEndian(2) & 0x3FFF);
            }
            case "VP8L" -> {
                in.skipBytes(1);
                long bits = littleEndian(4);
                yield limits.measured(PhotoFormat.WEBP, (int) (bits & 0x3FFF) + 1, (int) ((bits >> 14) & 0x3FFF) + 1);
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
