package dev.atelier.kit.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Encodes cursors as opaque text: base64url of a JSON array of sort keys. Not signed, because access is checked on
 * each page.
 */
public final class PageCursorCodec {
    /** Maximum length of a cursor, in characters. */
    static final int MAX_LENGTH = 2_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private PageCursorCodec() {}

    /** Returns the cursor that points behind an item with these sort keys: ids, times, numbers, enums or texts. */
    public static String of(@Nullable Object... keys) {
        var texts = Arrays.stream(keys)
                .map(key -> key == null ? null : key.toString())
                .toArray();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(texts));
    }

    /**
     * Decodes a cursor made by {@link #of}.
     *
     * @throws dev.atelier.kit.problem.InvalidInput where the text is not a cursor
     */
    public static PageCursor read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw PageCursor.invalidCursor();
        }
        try {
            var json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            @Nullable String[] keys = JSON.readValue(json, String[].class);
            return new PageCursor(Arrays.asList(keys));
        } catch (IllegalArgumentException | JacksonException | NullPointerException e) {
            throw PageCursor.invalidCursor();
        }
    }

    static List<@Nullable String> copy(List<@Nullable String> keys) {
        return keys.stream().toList();
    }
}
