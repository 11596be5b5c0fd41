package dev.atelier.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares a JSON document with the checked-in file, with sorted keys; {@code -Dgolden.write=true} rewrites the file.
 */
public final class GoldenFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private GoldenFile() {}

    /**
     * Fails if the document differs.
     *
     * @param file path relative to the module's folder, for example {@code openapi.json}
     */
    public static void check(Path file, String json) {
        var now = sorted(JSON.readTree(json));
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(file, now);
                return;
            }
            var checkedIn = Files.exists(file) ? Files.readString(file) : "";
            if (!checkedIn.equals(now)) {
                throw new AssertionError(file + " differs from line " + firstDifference(checkedIn, now)
                        + ". If the change is intended, run the test with -Dgolden.write=true and commit the file.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the document with sorted keys, indented by two, with a final line feed. */
    static String sorted(JsonNode document) {
        return JSON.writeValueAsString(JSON.treeToValue(document, Object.class)).replace("\r\n", "\n") + "\n";
    }

    private static String firstDifference(String before, String now) {
        var old = before.lines().toList();
        var young = now.lines().toList();
        int line = 0;
        while (line < Math.min(old.size(), young.size()) && old.get(line).equals(young.get(line))) {
            line++;
        }
        return (line + 1) + ": checked in \"" + at(old, line) + "\", now \"" + at(young, line) + "\"";
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line).strip() : "(the end)";
    }
}
