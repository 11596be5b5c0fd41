package dev.atelier.gateway.requestvalidation;

import dev.atelier.kit.problem.InvalidInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a query, in their order. */
record QueryParameters(Map<String, List<String>> parameters) {
    /** Tomcat's default maximum. */
    static final int MAX = 1000;

    QueryParameters {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    static QueryParameters of(@Nullable String raw) {
        var parameters = new LinkedHashMap<String, List<String>>();
        int count = 0;
        for (var pair : raw == null ? new String[0] : raw.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            if (++count > MAX) {
                throw InvalidInput.of("query", "must have " + MAX + " parameters at most");
            }
            int equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (name.isEmpty()) {
                throw InvalidInput.of("query", "must not have a parameter without a name");
            }
            if (!name.codePoints().allMatch(QueryParameters::isParameter)) {
                throw InvalidInput.of("query", "must not name parameters with control or unassigned characters");
            }
            parameters
                    .computeIfAbsent(name, _ -> new ArrayList<>())
                    .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return new QueryParameters(parameters);
    }

    private static boolean isParameter(int character) {
        return Character.isDefined(character) && !Character.isISOControl(character);
    }

    private static String decode(String part) {
        return PercentDecoder.QUERY.decode(part.replace('+', ' '));
    }
}
