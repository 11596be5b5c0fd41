package dev.atelier.kit.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parses the boxes inside a box that is in memory. Source: ISO/IEC 14496-12, section 4.2. */
final class HeifBoxes {
    private static final int HEADER_BYTES = 8;

    private HeifBoxes() {}

    /**
     * A box in memory; a change of its bytes changes the buffer that it was parsed from.
     *
     * @param at its start in that buffer
     * @param content the bytes after its header
     */
    record HeifBox(String type, int at, ByteBuffer content) {
        /** Returns a view of the content with its own position at the beginning. */
        ByteBuffer view() {
            return content.duplicate();
        }
    }

    /** Returns the boxes from the position to the limit of the buffer. */
    static List<HeifBox> parse(ByteBuffer buffer) {
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
                throw new IllegalArgumentException("a box is longer than the box that contains it");
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

    /** Overwrites a box with free space of the same length. */
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
