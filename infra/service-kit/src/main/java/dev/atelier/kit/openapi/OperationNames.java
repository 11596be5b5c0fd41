package dev.atelier.kit.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names operations by their method and path, so that generated clients have methods such as {@code cancelRun} and
 * {@code listActionComments}, and no name of a class reaches clients.
 */
final class OperationNames {
    private static final Set<String> COMMANDS = Set.of(
            "accept",
            "answer",
            "approve",
            "cancel",
            "close",
            "confirm",
            "deactivate",
            "dismiss",
            "leave",
            "mark-read",
            "pause",
            "publish",
            "reactivate",
            "rebuild",
            "reject",
            "replay",
            "resend",
            "resend-link",
            "resume",
            "retry",
            "revoke",
            "take-over",
            "test");

    /** Plural words for one thing. */
    private static final Set<String> SINGLE = Set.of("settings", "status", "billing-details");

    /** Resources that every other resource belongs to; only named where they are the last one. */
    private static final Set<String> PARENTS = Set.of("workspaces", "projects");

    private static final Map<String, String> AREAS =
            Map.of("me", "My", "operator", "Operator", "public", "Public", "internal", "Internal", "api", "");

    /** Methods that a whole list can be read or deleted with. */
    private static final Set<String> LISTS = Set.of("GET", "DELETE");

    private static final Map<String, String> VERBS =
            Map.of("POST", "create", "PUT", "set", "PATCH", "update", "DELETE", "delete");

    private OperationNames() {}

    /**
     * Returns the operation's id.
     *
     * @param method in upper case
     * @param path with variables in braces
     */
    static String id(String method, String path) {
        var segments = segments(path);
        var command = command(method, segments);
        if (command.isPresent()) {
            segments = segments.subList(0, segments.size() - 1);
        }
        var area = area(segments);
        var resources = resources(segments);
        boolean one = segments.getLast().startsWith("{")
                || command.isPresent()
                || !LISTS.contains(method)
                || !isPlural(segments.getLast());
        var words = new StringBuilder();
        for (int i = 0; i < resources.size(); i++) {
            boolean last = i == resources.size() - 1;
            words.append(camel(last && !one ? resources.get(i) : singular(resources.get(i))));
        }
        var verb = command.map(OperationNames::verb)
                .orElseGet(() -> method.equals("GET") ? (one ? "get" : "list") : VERBS.getOrDefault(method, "call"));
        return verb + (resources.isEmpty() && area.equals("My") ? "Me" : area) + words;
    }

    /** Returns the group that the operation is shown in: its first resource, such as "Address changes". */
    static String tag(String path) {
        var segments = segments(path);
        var resources = resources(segments).stream()
                .filter(resource -> !COMMANDS.contains(resource))
                .toList();
        var first = resources.isEmpty() ? "profile" : resources.getFirst();
        var words = first.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty() && !segment.endsWith("-service"))
                .toList();
    }

    private static Optional<String> command(String method, List<String> segments) {
        return method.equals("POST") && COMMANDS.contains(segments.getLast())
                ? Optional.of(segments.getLast())
                : Optional.empty();
    }

    private static String area(List<String> segments) {
        return segments.stream()
                .limit(2)
                .map(segment -> AREAS.getOrDefault(segment, ""))
                .filter(area -> !area.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> resources(List<String> segments) {
        var all = new ArrayList<String>();
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            boolean area = i < 2 && AREAS.containsKey(segment);
            boolean parent = PARENTS.contains(segment)
                    && segments.stream()
                            .skip(i + 1L)
                            .anyMatch(later -> !later.startsWith("{") && !COMMANDS.contains(later));
            if (!segment.startsWith("{") && !area && !parent) {
                all.add(segment);
            }
        }
        return all;
    }

    private static boolean isPlural(String segment) {
        return segment.endsWith("s") && !SINGLE.contains(segment);
    }

    private static String singular(String segment) {
        if (!isPlural(segment)) {
            return segment;
        }
        return segment.endsWith("ies")
                ? segment.substring(0, segment.length() - 3) + "y"
                : segment.substring(0, segment.length() - 1);
    }

    private static String camel(String words) {
        return Arrays.stream(words.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static String verb(String command) {
        var words = camel(command);
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
