package dev.atelier.bench.workspace;

import dev.atelier.bench.measurement.Percentiles;
import dev.atelier.bench.system.RawHttpConnection;
import dev.atelier.client.ApiClient;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The requested pages, each the first one and one twenty pages further. */
final class ListQueries {
    /** Queries with 50 items; ME is a user with one in a hundred actions. */
    private static final Map<String, String> KINDS = kinds();

    private static final int FURTHER = 20;

    private final Map<String, List<String>> paths = new LinkedHashMap<>();

    private ListQueries() {}

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("open_by_due", "state=OPEN&sort=due");
        kinds.put("unfinished_by_priority", "state=OPEN,IN_PROGRESS,BLOCKED&sort=priority&direction=desc");
        kinds.put("all_by_title", "sort=title");
        kinds.put("urgent_newest", "priority=URGENT&direction=desc");
        kinds.put("urgent_by_due", "priority=URGENT&sort=due");
        kinds.put("mine_by_due", "assigneeId=ME&state=OPEN,IN_PROGRESS&sort=due");
        kinds.put("due_in_a_week_by_priority", "dueAfter=2026-06-01&dueBefore=2026-06-08&sort=priority");
        kinds.put("tagged_by_title", "tag=special&sort=title");
        kinds.put("tagged_open_mine", "tag=usual&state=OPEN&assigneeId=ME");
        kinds.put("rare_word_by_due", "search=rare&sort=due");
        kinds.put("seldom_word_newest", "search=seldom&direction=desc");
        kinds.put("common_and_seldom_word", "search=common%20seldom&state=OPEN");
        kinds.put("common_word_by_priority", "search=common&sort=priority&direction=desc");
        return kinds;
    }

    static ListQueries of(ApiClient apiClient, String userId, String list) {
        var listQueries = new ListQueries();
        KINDS.forEach((kind, query) -> {
            var path = list + "?" + query.replace("ME", userId);
            var there = new ArrayList<String>(List.of(path));
            var next = apiClient.get(path).expect(200).json().path("next").asString("");
            for (var page = 1; page < FURTHER && !next.isEmpty(); page++) {
                var last = path + "&cursor=" + next;
                next = apiClient.get(last).expect(200).json().path("next").asString("");
                if (next.isEmpty() || page == FURTHER - 1) {
                    there.add(last);
                }
            }
            listQueries.paths.put(kind, there);
        });
        return listQueries;
    }

    /** Sends each query that often, all in turn, over one connection; returns times in nanoseconds. */
    Map<String, List<Long>> ask(URI address, ApiClient apiClient, int times) throws IOException {
        var took = new LinkedHashMap<String, List<Long>>();
        try (var connection = new RawHttpConnection(address)) {
            for (var n = 0; n < times; n++) {
                var token = Objects.requireNonNull(apiClient.token());
                for (var kind : paths.entrySet()) {
                    var there = kind.getValue();
                    var request = connection.get(there.get(n % there.size()), token);
                    connection.ready();
                    long began = System.nanoTime();
                    int status = connection.ask(request);
                    long nanos = System.nanoTime() - began;
                    if (status != 200) {
                        throw new IOException(kind.getKey() + " returned " + status);
                    }
                    took.computeIfAbsent(kind.getKey(), _ -> new ArrayList<>()).add(nanos);
                }
            }
        }
        return took;
    }

    static void figures(Map<String, Double> figures, Map<String, List<Long>> took, String suffix) {
        var all =
                Percentiles.ofNanos(took.values().stream().flatMap(List::stream).toList());
        figures.put("p50_ms" + suffix, all.p50());
        figures.put("p99_ms" + suffix, all.p99());
        took.forEach((kind, nanos) -> figures.put(
                kind + "_p99_ms" + suffix, Percentiles.ofNanos(nanos).p99()));
    }
}
