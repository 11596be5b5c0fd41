package dev.atelier.kit.image;

import dev.atelier.kit.file.TemporaryFiles;
import dev.atelier.kit.problem.Refusal;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Generates small photos that are expensive to decode. As a program, it processes all of them in a directory, within
 * the heap of its process.
 */
final class HostilePhotoGenerator {
    private HostilePhotoGenerator() {}

    /** Prints one line for each file. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        try (var files = new TemporaryFiles(Path.of(args[0]));
                var hostile = Files.newDirectoryStream(Path.of(args[0]), "hostile-*")) {
            var decoder = new PhotoDecoder(files);
            for (var one : hostile) {
                System.out.println(one.getFileName() + ": " + outcome(one, files, decoder));
            }
        }
    }

    private static String outcome(Path file, TemporaryFiles files, PhotoDecoder decoder) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var format = PhotoFormat.of(in.readNBytes(PhotoFormat.HEAD)).orElseThrow();
            var to = files.create();
            var photoInfo = new PhotoSanitizer(50_000_000, decoder).strip(format, file, to);
            boolean thumbnail =
                    new ThumbnailGenerator(320, decoder).generate(to, photoInfo).isPresent();
            return (thumbnail ? "thumbnail, " : "none, ") + squares(to, photoInfo, decoder);
        } catch (Refusal refused) {
            return refused.fact();
        }
    }

    private static String squares(Path file, PhotoInfo photoInfo, PhotoDecoder decoder) throws IOException {
        try {
            return new SquareImageGenerator(List.of(48, 128, 512), decoder)
                            .generate(file, photoInfo)
                            .size() + " squares";
        } catch (Refusal refused) {
            return refused.fact();
        }
    }

    /** Writes a black PNG. */
    static void png(Path file, int width, int height, int bits, int colourType, int channels, boolean interlaced)
            throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.write(PngMetadataStripper.SIGNATURE);
            var header = java.nio.ByteBuffer.allocate(13)
                    .putInt(width)
                    .putInt(height)
                    .put((byte) bits)
                    .put((byte) colourType)
                    .put((byte) 0)
                    .put((byte) 0)
                    .put((byte) (interlaced ? 1 : 0));
            chunk(out, "IHDR", header.array());
            var data = new java.io.ByteArrayOutputStream();
            try (var deflated = new DeflaterOutputStream(data, new Deflater(9))) {
                var row = new byte[(width * channels * bits + 7) / 8 + 1];
                // An interlaced PNG has more rows, but none of them is longer.
                for (int y = 0; y < (interlaced ? height * 2 : height); y++) {
                    deflated.write(row);
                }
            }
            chunk(out, "IDAT", data.toByteArray());
            chunk(out, "IEND", new byte[0]);
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) checksum.getValue());
    }

    /**
     * Writes a grey progressive JPEG: one scan with the mean of each block, and empty scans. The sides are at most
     * 4,000.
     */
    static void jpeg(Path file, int side, int scans) throws IOException {
        int blocks = ((side + 7) / 8) * ((side + 7) / 8);
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeShort(0xFFD8);
            out.writeShort(0xFFDB);
            out.writeShort(67);
            out.writeByte(0);
            for (int i = 0; i < 64; i++) {
                out.writeByte(1);
            }
            out.writeShort(0xFFC2);
            out.writeShort(11);
            out.writeByte(8);
            out.writeShort(side);
            out.writeShort(side);
            out.write(new byte[] {1, 1, 0x11, 0});
            table(out, 0x00, 0x00);
            table(out, 0x10, 0xE0);
            scan(out, 0, 0, new byte[(blocks + 7) / 8]);
            for (int scan = 1; scan < scans; scan++) {
                scan(out, 1, 63, nothing(blocks));
            }
            out.writeShort(0xFFD9);
        }
    }

    /** Writes a Huffman table with a single code of one bit, zero, for this value. */
    private static void table(DataOutputStream out, int number, int value) throws IOException {
        out.writeShort(0xFFC4);
        out.writeShort(20);
        out.writeByte(number);
        out.writeByte(1);
        out.write(new byte[15]);
        out.writeByte(value);
    }

    private static void scan(DataOutputStream out, int from, int to, byte[] data) throws IOException {
        out.writeShort(0xFFDA);
        out.writeShort(8);
        out.write(new byte[] {1, 1, 0, (byte) from, (byte) to, 0});
        for (byte one : data) {
            out.writeByte(one);
            if (one == (byte) 0xFF) {
                out.writeByte(0);
            }
        }
    }

    /** Encodes runs of empty blocks: a zero bit, and 14 bits with the number of blocks over 16,384. */
    private static byte[] nothing(int blocks) {
        var bits = new StringBuilder();
        for (int left = blocks; left > 0; left -= 32_767) {
            int more = Math.max(0, Math.min(left, 32_767) - 16_384);
            bits.append('0')
                    .append("%14s".formatted(Integer.toBinaryString(more)).replace(' ', '0'));
        }
        while (bits.length() % 8 != 0) {
            bits.append('1');
        }
        var bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }

    /** Writes a WebP with a canvas and many empty chunks of transparency. */
    static void webp(Path file, int chunks) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeBytes("RIFF");
            out.writeInt(Integer.reverseBytes(4 + 18 + 8 * chunks));
            out.writeBytes("WEBPVP8X");
            out.writeInt(Integer.reverseBytes(10));
            out.write(new byte[] {0x10, 0, 0, 0, 63, 0, 0, 47, 0, 0});
            for (int i = 0; i < chunks; i++) {
                out.writeBytes("ALPH");
                out.writeInt(0);
            }
        }
    }
}
