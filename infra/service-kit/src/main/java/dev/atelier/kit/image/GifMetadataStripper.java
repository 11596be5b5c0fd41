package dev.atelier.kit.image;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Copies a GIF without comments, texts and application extensions, except for the number of repetitions. Source:
 * GIF89a, sections 17 to 27.
 */
final class GifMetadataStripper {
    private static final int HEADER_BYTES = 13;
    private static final int IMAGE_BYTES = 9;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int END = 0x3B;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int MAX_BLOCKS = 100_000;
    private static final Set<String> REPEATS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

    private final DataInputStream in;
    private final DataOutputStream out;
    private final PhotoSanitizer limits;
    private int blocks;

    GifMetadataStripper(DataInputStream in, DataOutputStream out, PhotoSanitizer limits) {
        this.in = in;
        this.out = out;
        this.limits = limits;
    }

    PhotoInfo run() throws IOException {
        var header = copied(HEADER_BYTES);
        var photoInfo = limits.checkSize(PhotoFormat.GIF, two(header, 6), two(header, 8));
        copyColours(header[10]);
        boolean begun = false;
        for (int block = in.readUnsignedByte(); block != END; block = in.readUnsignedByte()) {
            if (++blocks > MAX_BLOCKS) {
                throw new PhotoTooComplex(PhotoFormat.GIF, "blocks", MAX_BLOCKS);
            }
            switch (block) {
                case EXTENSION -> extension();
                case IMAGE -> {
                    image();
                    begun = true;
                }
                default -> throw new PhotoUnreadable(PhotoFormat.GIF);
            }
        }
        if (!begun) {
            throw new PhotoUnreadable(PhotoFormat.GIF);
        }
        out.writeByte(END);
        return photoInfo;
    }

    private void image() throws IOException {
        out.writeByte(IMAGE);
        var descriptor = copied(IMAGE_BYTES);
        copyColours(descriptor[IMAGE_BYTES - 1]);
        copied(1);
        pieces(true);
    }

    private void extension() throws IOException {
        int label = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        var first = new byte[length];
        in.readFully(first);
        boolean kept = label == GRAPHIC_CONTROL
                || (label == APPLICATION && REPEATS.contains(new String(first, StandardCharsets.ISO_8859_1)));
        if (kept) {
            out.writeByte(EXTENSION);
            out.writeByte(label);
            out.writeByte(length);
            out.write(first);
        }
        if (length > 0) {
            pieces(kept);
        } else if (kept) {
            throw new PhotoUnreadable(PhotoFormat.GIF);
        }
    }

    /** Copies or skips sub-blocks of up to 255 bytes until the empty one. */
    private void pieces(boolean kept) throws IOException {
        int length;
        do {
            length = in.readUnsignedByte();
            var piece = new byte[length];
            in.readFully(piece);
            if (kept) {
                out.writeByte(length);
                out.write(piece);
            }
        } while (length > 0);
    }

    /** Copies a colour table, where the flags say that there is one. */
    private void copyColours(byte flags) throws IOException {
        if ((flags & 0x80) != 0) {
            copied(3 << ((flags & 7) + 1));
        }
    }

    private byte[] copied(int length) throws IOException {
        var bytes = new byte[length];
        in.readFully(bytes);
        out.write(bytes);
        return bytes;
    }

    private static int two(byte[] bytes, int at) {
        return (bytes[at + 1] & 0xFF) << 8 | (bytes[at] & 0xFF);
    }
}
