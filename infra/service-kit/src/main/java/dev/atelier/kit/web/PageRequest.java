package dev.atelier.kit.web;

import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for; a controller's argument, read from the query parameters {@code limit} and {@code cursor}.
 *
 * @param limit 1 to 100, 50 where it is not given
 * @param cursor where the page begins; null for the first
 */
public record PageRequest(int limit, @Nullable Cursor cursor) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 100;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw InvalidInput.of("limit", "must be a whole number from 1 to " + MAX_LIMIT);
        }
    }

    public static PageRequest first() {
        return new PageRequest(DEFAULT_LIMIT, null);
    }

    /** How many items to read, so that {@link Page#of} sees whether there is a next page. */
    public int limitAndOne() {
        return limit + 1;
    }
}
