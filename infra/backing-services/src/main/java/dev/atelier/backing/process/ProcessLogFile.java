package dev.atelier.backing.process;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The log file of a child process: appended to, and rotated at a start if it is larger than 20 MB. */
public final class ProcessLogFile {
    private static final long LIMIT = 20L << 20;
    private static final Pattern FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ )");
    private static final Pattern LEVEL = Pattern.compile("\"level\":\"(\\w+)\"");
    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final int TAIL_BYTES = 64 << 10;

    private ProcessLogFile() {}

    static File of(Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            if (Files.exists(log) && Files.size(log) > LIMIT) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            return log.toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the last lines, at most 64 KB; empty if there is no such file. */
    public static String tail(Path log, int lines) {
        return tail(log, lines, _ -> true);
    }

    /** Returns the last lines for messages: without blank lines and stack frames, JSON reduced to level and message. */
    public static String lastReadableLines(Path log, int lines) {
        return tail(log, lines, line -> !line.isBlank() && !FRAME.matcher(line).lookingAt())
                .lines()
                .map(ProcessLogFile::readable)
                .collect(Collectors.joining("\n"));
    }

    private static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        var level = LEVEL.matcher(line);
        var messages = MESSAGE.matcher(line)
                .results()
                .map(found -> unescape(found.group(1)))
                .collect(Collectors.joining(": "));
        return level.find() && !messages.isEmpty() ? level.group(1) + " " + messages : line;
    }

    private static String unescape(String json) {
        return json.strip()
                .replace("\\n", "\n")
                .replace("\\t", "  ")
                .replace("\\\"", "\"")
                .strip();
    }

    private static String tail(Path log, int lines, Predicate<String> wanted) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(TAIL_BYTES, file.length())];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            var all = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(wanted)
                    .toList();
            return all.stream().skip(Math.max(0, all.size() - lines)).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "";
        }
    }
}
