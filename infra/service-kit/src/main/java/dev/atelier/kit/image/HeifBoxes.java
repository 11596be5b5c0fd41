package dev.atelier.kit.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The boxes inside another one that is in memory. Source: ISO/IEC 14496-12, section 4.2. */
final class HeifBoxes {
    private static final int HEADER_BYTES = 8;

    private HeifBoxes() {}

    /**
     * A box in memory; changing its bytes changes those it was read from.
     *
     * @param at where it begins, in what it was read from
     * @param content what follows its header
     */
    record HeifBox(String type, int at, ByteBuffer content) {
        /** The content again, from its beginning. */
        ByteBuffer again() {
            return content.duplicate();
        }
    }

    /** Those from the buffer's position to its limit. */
    static List<HeifBox> in(ByteBuffer buffer) {
        var boxes = new ArrayList<HeifBox>();
        int at = buffer.position();
        while (at < buffer.limit()) {
            long size = buffer.getInt(at) & 0xFFFFFFFFL;
            int header = HEADER_BYTES;
            if (size == 1) {
                size = buffer.getLong(at + HEADER_BYTES);
                header = 2 * HEADER_BYTES;
            } else if (size == 0) {
                size = (long) buffer.limit() - at;
            }
            if (size < header || size > buffer.limit() - at) {
                throw new IllegalArgumentException("a box that is longer than what it is in");
            }
            boxes.add(new HeifBox(type(buffer, at + 4), at, buffer.slice(at + header, (int) size - header)));
            at += (int) size;
        }
        return boxes;
    }

    static String type(ByteBuffer buffer, int at) {
        var type = new byte[4];
        buffer.get(at, type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    /** Empties a box and leaves it as free space of the same length. */
    static void free(ByteBuffer buffer, HeifBox box) {
        buffer.put(box.at() + 4, "free".getBytes(StandardCharsets.ISO_8859_1));
        fill(box.content(), 0, box.content().limit(), (byte) 0);
    }

    static void fill(ByteBuffer buffer, int from, int to, byte with) {
        for (int at = from; at < to; at++) {
            buffer.put(at, with);
        }
    }
}
