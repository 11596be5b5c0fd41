package dev.atelier.kit.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the next page; null on the last one
 */
public record CursorPage<T>(List<T> items, @Nullable String next) {
    public CursorPage {
        items = List.copyOf(items);
    }

    /**
     * Creates a page from items that were read with {@link CursorPageRequest#limitPlusOne()}.
     *
     * @param cursor returns the cursor of an item, made with {@link PageCursorCodec#of}; the next page starts
     *     after that item
     */
    public static <T> CursorPage<T> of(List<T> read, CursorPageRequest request, Function<? super T, String> cursor) {
        if (read.size() <= request.limit()) {
            return new CursorPage<>(read, null);
        }
        var items = read.subList(0, request.limit());
        return new CursorPage<>(items, cursor.apply(items.getLast()));
    }

    public <R> CursorPage<R> map(Function<? super T, ? extends R> view) {
        return new CursorPage<>(items.stream().<R>map(view).toList(), next);
    }
}
