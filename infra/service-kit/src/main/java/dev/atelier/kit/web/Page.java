package dev.atelier.kit.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor that asks for the next page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from what was read with {@link PageRequest#limitAndOne()}.
     *
     * @param cursor makes the cursor of an item, with {@link Cursors#of}; the next page starts after that item
     */
    public static <T> Page<T> of(List<T> read, PageRequest request, Function<? super T, String> cursor) {
        if (read.size() <= request.limit()) {
            return new Page<>(read, null);
        }
        var items = read.subList(0, request.limit());
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next);
    }
}
