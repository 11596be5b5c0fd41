package dev.atelier.kit.image;

import dev.atelier.kit.image.HeifBoxes.HeifBox;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The {@code meta} box of a HEIF file: its items, their positions in the file, and the properties of the main picture.
 * The constructor parses it and overwrites in it what does not belong to the picture. Source: ISO/IEC 14496-12, section
 * 8.11; ISO/IEC 23008-12, section 6.5.
 */
final class HeifDirectory {
    private static final Set<String> KEPT =
            Set.of("hdlr", "pitm", "iloc", "iinf", "iref", "iprp", "idat", "dinf", "grpl", "ipro");
    private static final Set<String> PICTURES = Set.of(
            "hvc1", "hev1", "lhv1", "hvt1", "av01", "avc1", "vvc1", "j2k1", "jpeg", "unci", "grid", "iovl", "iden",
            "tmap");
    private static final Set<String> TEXTS = Set.of("udes", "altt", "uuid");
    private static final int HANDLER_NAME = 24;
    private static final int MAX_ITEMS = 10_000;

    private final PhotoFormat format;
    private final ByteBuffer content;
    private final Map<Long, String> types = new HashMap<>();
    private final List<HeifExtent> extents = new ArrayList<>();
    private long main = -1;
    private List<HeifBox> properties = List.of();
    private final List<HeifBox> ofMain = new ArrayList<>();
    private ByteBuffer idat = ByteBuffer.allocate(0);

    /**
     * Parses the box and overwrites what does not belong to the picture.
     *
     * @param content the bytes after the header of the {@code meta} box
     */
    HeifDirectory(PhotoFormat format, ByteBuffer content) {
        this.format = format;
        this.content = content;
        var boxes = HeifBoxes.parse(content.duplicate().position(4));
        boxes.stream().filter(box -> !KEPT.contains(box.type())).forEach(box -> HeifBoxes.free(content, box));
        for (var box : boxes) {
            switch (box.type()) {
                case "hdlr" ->
                    HeifBoxes.fill(box.content(), HANDLER_NAME, box.content().limit(), (byte) 0);
                case "pitm" -> main = number(box.view().position(4), version(box) == 0 ? 2 : 4);
                case "iinf" -> items(box);
                case "idat" -> idat = box.content();
                case "iprp" -> properties(box);
                default -> {}
            }
        }
        boxes.stream().filter(box -> box.type().equals("iloc")).forEach(this::readLocations);
    }

    /**
     * A part of the data of an item.
     *
     * @param kept whether it belongs to the picture
     * @param inside whether it is in the {@code meta} box; otherwise it is elsewhere in the file
     */
    record HeifExtent(String type, boolean kept, boolean inside, long from, long to) {}

    List<HeifExtent> extents() {
        return extents;
    }

    /** Returns the item data inside the {@code meta} box. */
    ByteBuffer idat() {
        return idat;
    }

    ByteBuffer content() {
        return content;
    }

    /** Returns the size of the main picture after cropping, and its orientation. */
    PhotoInfo photo(PhotoSanitizer limits) {
        var size = ofMain.stream()
                .filter(box -> box.type().equals("ispe"))
                .findFirst()
                .orElseThrow(this::broken);
        var photoInfo = limits.checkSize(
                format, size.content().getInt(4), size.content().getInt(8));
        for (var box : ofMain) {
            var values = box.content();
            photoInfo = switch (box.type()) {
                case "clap" ->
                    limits.checkSize(
                            format,
                            Math.min(photoInfo.width(), values.getInt(0) / values.getInt(4)),
                            Math.min(photoInfo.height(), values.getInt(8) / values.getInt(12)));
                case "irot" -> photoInfo.withOrientation(orientation(values.get(0) & 3));
                default -> photoInfo;
            };
        }
        return photoInfo;
    }

    /** Converts quarter turns anticlockwise to an EXIF orientation. */
    private static int orientation(int quarters) {
        return switch (quarters) {
            case 1 -> 8;
            case 2 -> 3;
            case 3 -> 6;
            default -> 1;
        };
    }

    private void items(HeifBox iinf) {
        var list = iinf.view().position(version(iinf) == 0 ? 6 : 8);
        var infos = HeifBoxes.parse(list);
        checkItemLimit(infos.size());
        for (var info : infos) {
            if (!info.type().equals("infe") || version(info) < 2) {
                throw broken();
            }
            var values = info.view().position(4);
            long id = number(values, version(info) == 2 ? 2 : 4);
            values.getShort();
            var type = HeifBoxes.type(values, values.position());
            types.put(id, type);
            values.position(values.position() + 4);
            int end = values.position();
            while (values.get(end) != 0) {
                end++;
            }
            HeifBoxes.fill(values, values.position(), end, (byte) ' ');
        }
    }

    private void readLocations(HeifBox iloc) {
        int version = version(iloc);
        var values = iloc.view().position(4);
        int sizes = values.getShort() & 0xFFFF;
        int ofIndex = version == 0 ? 0 : sizes & 0xF;
        long items = number(values, version < 2 ? 2 : 4);
        checkItemLimit(items);
        for (long item = 0; item < items; item++) {
            long id = number(values, version < 2 ? 2 : 4);
            int construction = version == 0 ? 0 : values.getShort() & 0xF;
            int source = values.getShort();
            long base = number(values, (sizes >> 4) & 0xF);
            int pieces = values.getShort() & 0xFFFF;
            if (construction > 1 || source != 0) {
                throw broken();
            }
            var type = types.getOrDefault(id, "");
            for (int piece = 0; piece < pieces; piece++) {
                number(values, ofIndex);
                long from = base + number(values, (sizes >> 12) & 0xF);
                long length = number(values, (sizes >> 8) & 0xF);
                checkItemLimit(extents.size());
                if (from < 0 || length < 0 || from + length < 0) {
                    throw broken();
                }
                extents.add(new HeifExtent(
                        type,
                        PICTURES.contains(type),
                        construction == 1,
                        from,
                        length == 0 ? Long.MAX_VALUE : from + length));
            }
        }
    }

    private void properties(HeifBox iprp) {
        var boxes = HeifBoxes.parse(iprp.view());
        for (var box : boxes) {
            if (box.type().equals("ipco")) {
                properties = HeifBoxes.parse(box.view());
                properties.stream()
                        .filter(one -> TEXTS.contains(one.type()))
                        .forEach(one -> HeifBoxes.free(box.content(), one));
            }
        }
        boxes.stream().filter(box -> box.type().equals("ipma")).forEach(this::associations);
    }

    private void associations(HeifBox ipma) {
        var values = ipma.view();
        boolean wide = (values.getInt() & 1) == 1;
        long items = number(values, 4);
        checkItemLimit(items);
        for (long item = 0; item < items; item++) {
            long id = number(values, version(ipma) == 0 ? 2 : 4);
            int count = values.get() & 0xFF;
            for (int one = 0; one < count; one++) {
                int index = wide ? values.getShort() & 0x7FFF : values.get() & 0x7F;
                if (id == main && index > 0 && index <= properties.size()) {
                    ofMain.add(properties.get(index - 1));
                }
            }
        }
    }

    private static int version(HeifBox box) {
        return box.content().get(0) & 0xFF;
    }

    private static long number(ByteBuffer values, int bytes) {
        return switch (bytes) {
            case 0 -> 0;
            case 2 -> values.getShort() & 0xFFFF;
            case 4 -> values.getInt() & 0xFFFFFFFFL;
            case 8 -> values.getLong();
            default -> throw new IllegalArgumentException("a number of " + bytes + " bytes");
        };
    }

    private void checkItemLimit(long items) {
        if (items > MAX_ITEMS) {
            throw new PhotoTooComplex(format, "items", MAX_ITEMS);
        }
    }

    private PhotoUnreadable broken() {
        return new PhotoUnreadable(format);
    }

    /** Returns what overwrites metadata, so that programs that read it find an empty block. */
    static byte[] instead(String type) {
        return switch (type) {
            case "Exif" -> new byte[] {0, 0, 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0};
            case "mime" -> "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>".getBytes(StandardCharsets.US_ASCII);
            default -> new byte[0];
        };
    }
}
