package dev.atelier.kit.web;

import dev.atelier.kit.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * The requested page; a controller argument, read from the query parameters {@code limit} and {@code cursor}.
 *
 * @param limit 1 to 100, default 50
 * @param cursor where the page starts; null for the first page
 */
public record CursorPageRequest(int limit, @Nullable PageCursor cursor) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 100;

    public CursorPageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw InvalidInput.of("limit", "must be a whole number from 1 to " + MAX_LIMIT);
        }
    }

    public static CursorPageRequest first() {
        return new CursorPageRequest(DEFAULT_LIMIT, null);
    }

    /** Returns the number of items to read, so that {@link CursorPage#of} knows whether there is a next page. */
    public int limitPlusOne() {
        return limit + 1;
    }
}
