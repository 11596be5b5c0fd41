package dev.atelier.kit.responsibility;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a member is responsible for in a workspace, grouped by kind, the oldest of each first.
 *
 * @param more whether there are more than the {@value ResponsibilityService#LISTED} items that a service lists
 */
public record ResponsibilityList(List<ResponsibilityItem> items, boolean more) {
    public ResponsibilityList {
        items = List.copyOf(items);
    }

    public ResponsibilityList and(ResponsibilityList other) {
        return new ResponsibilityList(
                Stream.concat(items.stream(), other.items.stream()).toList(), more || other.more);
    }
}
