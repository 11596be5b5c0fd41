package dev.atelier.kit.image;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Copies a JPEG without its metadata. It keeps what decoding needs, the colour profile and the orientation. Source:
 * ITU-T T.81, annex B; Exif 2.3.
 *
 * <p>Some cameras and programs leave out the end marker; it is added. Whether the picture is complete can be decided
 * only by decoding it.
 */
final class JpegMetadataStripper {
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int JFIF_BYTES = 14;
    private static final int ADOBE_BYTES = 12;

    /** Progressive JPEGs usually have 10 scans; for each one a decoder processes the whole picture again. */
    static final int MAX_SCANS = 100;

    private static final int MAX_SEGMENTS = 10_000;
    private static final int MAX_PROFILE = 4 << 20;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final PhotoSanitizer limits;
    private @Nullable PhotoInfo photo;
    private int orientation = 1;
    private boolean atOnce;
    private boolean endAdded;
    private int components;
    private int scans;
    private int segments;
    private int profile;

    JpegMetadataStripper(DataInputStream in, DataOutputStream out, PhotoSanitizer limits) {
        this.in = in;
        this.out = out;
        this.limits = limits;
    }

    PhotoInfo run() throws IOException {
        if (in.readUnsignedShort() != 0xFF00 + START) {
            throw broken();
        }
        out.writeShort(0xFF00 + START);
        int marker = marker();
        while (marker != END) {
            marker = segment(marker);
        }
        out.writeShort(0xFF00 + END);
        var read = photo;
        if (read == null) {
            throw broken();
        }
        return new PhotoInfo(PhotoFormat.JPEG, read.width(), read.height(), orientation, atOnce || scans > 1, scans);
    }

    /** Whether the end marker was missing. */
    boolean endAdded() {
        return endAdded;
    }

    private int marker() throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            throw broken();
        }
        int code = in.readUnsignedByte();
        while (code == 0xFF) {
            code = in.readUnsignedByte();
        }
        return code;
    }

    /** Copies or skips the segment of this marker; returns the next marker. */
    private int segment(int marker) throws IOException {
        int length = in.readUnsignedShort() - 2;
        if (marker < 0xC0 || (marker >= 0xD0 && marker <= START) || length < 0) {
            throw broken();
        }
        if (++segments > MAX_SEGMENTS) {
            throw new PhotoTooComplex(PhotoFormat.JPEG, "segments", MAX_SEGMENTS);
        }
        var content = new byte[length];
        in.readFully(content);
        if (isFrame(marker)) {
            measure(content);
            atOnce = (marker & 3) == 2;
        }
        if (marker == SCAN && content.length > 0 && content[0] < components) {
            atOnce = true;
        }
        var kept = kept(marker, content);
        if (kept != null) {
            out.writeShort(0xFF00 + marker);
            out.writeShort(kept.length + 2);
            out.write(kept);
        }
        return marker == SCAN ? scan() : marker();
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void measure(byte[] frame) {
        if (frame.length < 6 || photo != null) {
            throw broken();
        }
        components = frame[5] & 0xFF;
        photo = limits.checkSize(PhotoFormat.JPEG, two(frame, 3), two(frame, 1));
    }

    private byte @Nullable [] kept(int marker, byte[] content) {
        if (marker == 0xE0) {
            return begins(content, "JFIF\0") && content.length >= JFIF_BYTES ? withoutPreview(content) : null;
        }
        if (marker == 0xE1) {
            return exif(content);
        }
        if (marker == 0xE2 && begins(content, "ICC_PROFILE\0")) {
            profile += content.length;
            if (profile > MAX_PROFILE) {
                throw new PhotoTooComplex(PhotoFormat.JPEG, "bytes of colour profile", MAX_PROFILE);
            }
            return content;
        }
        if (marker == 0xEE && begins(content, "Adobe")) {
            return Arrays.copyOf(content, Math.min(content.length, ADOBE_BYTES));
        }
        return marker <= 0xDD ? content : null;
    }

    /** Keeps only the orientation, where there is one. */
    private byte @Nullable [] exif(byte[] content) {
        int found = ExifOrientation.readSegment(content);
        if (found == 1 || orientation != 1) {
            return null;
        }
        orientation = found;
        return ExifOrientation.createSegment(found);
    }

    private static byte[] withoutPreview(byte[] jfif) {
        var kept = Arrays.copyOf(jfif, JFIF_BYTES);
        kept[JFIF_BYTES - 2] = 0;
        kept[JFIF_BYTES - 1] = 0;
        return kept;
    }

    /** Copies the data of a scan; returns the marker after it. */
    private int scan() throws IOException {
        if (photo == null) {
            throw broken();
        }
        if (++scans > MAX_SCANS) {
            throw new PhotoTooComplex(PhotoFormat.JPEG, "scans", MAX_SCANS);
        }
        try {
            while (true) {
                int one = in.readUnsignedByte();
                if (one != 0xFF) {
                    out.writeByte(one);
                    continue;
                }
                int code = in.readUnsignedByte();
                while (code == 0xFF) {
                    code = in.readUnsignedByte();
                }
                if (code != 0 && (code < 0xD0 || code > 0xD7)) {
                    return code;
                }
                out.writeByte(0xFF);
                out.writeByte(code);
            }
        } catch (EOFException e) {
            endAdded = true;
            return END;
        }
    }

    private static boolean begins(byte[] content, String with) {
        var bytes = with.getBytes(StandardCharsets.US_ASCII);
        return content.length >= bytes.length && Arrays.equals(content, 0, bytes.length, bytes, 0, bytes.length);
    }

    private static int two(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    private static PhotoUnreadable broken() {
        return new PhotoUnreadable(PhotoFormat.JPEG);
    }
}
