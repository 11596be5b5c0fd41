package dev.atelier.load;

import dev.atelier.client.ApiClientResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** Records acknowledged writes, and every response that was not a success. */
public final class AcknowledgedWrites {
    /** Request time-out, conflict, rate limit, unavailable, gateway time-out: the client may repeat the request. */
    private static final Set<Integer> ASK_AGAIN = Set.of(408, 412, 429, 503, 504);

    private final ConcurrentMap<String, AcknowledgedAction> actions = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AcceptedRun> runs = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> refusals = new ConcurrentHashMap<>();
    private final List<String> unclear = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<String, LongAdder> unanswered = new ConcurrentHashMap<>();

    /** An action after its last acknowledged write. */
    public record AcknowledgedAction(TestWorkspace crew, String id, String title) {}

    /** An accepted run, identified by its input. */
    public record AcceptedRun(TestWorkspace crew, String id, String input, boolean byMail) {}

    void action(TestWorkspace testWorkspace, String id, String title) {
        actions.put(id, new AcknowledgedAction(testWorkspace, id, title));
    }

    void run(AcceptedRun run) {
        runs.put(run.id(), run);
    }

    /**
     * Records a response that was not a success. It is clear if it is a problem that tells a correct client to retry.
     */
    void refused(ApiClientResponse apiClientResponse) {
        var problem = apiClientResponse
                .headers()
                .firstValue("Content-Type")
                .orElse("")
                .startsWith("application/problem+json");
        if (!problem || !ASK_AGAIN.contains(apiClientResponse.status())) {
            unclear.add("%s answered %d: %s"
                    .formatted(apiClientResponse.request(), apiClientResponse.status(), cut(apiClientResponse.body())));
        } else {
            var type = apiClientResponse.text("type").replace("urn:atelier:problem:", "");
            refusals.computeIfAbsent(apiClientResponse.status() + " " + type, _ -> new LongAdder())
                    .increment();
        }
    }

    /** Records a request without a response: the connection broke, the time-out passed, or sign-in failed. */
    void unanswered(Throwable why) {
        var root = why;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        unanswered
                .computeIfAbsent(root.getClass().getSimpleName(), _ -> new LongAdder())
                .increment();
    }

    /** Returns the actions by id. */
    public Map<String, AcknowledgedAction> actions() {
        return Map.copyOf(actions);
    }

    /** Returns the runs by id. */
    public Map<String, AcceptedRun> runs() {
        return Map.copyOf(runs);
    }

    /** Returns how often each status and problem occurred. */
    public Map<String, Long> refusals() {
        return counts(refusals);
    }

    /** Returns the responses that do not tell the client what to do. */
    public List<String> unclear() {
        return List.copyOf(unclear);
    }

    /** Returns the number of requests without a response, by reason. */
    public Map<String, Long> unanswered() {
        return counts(unanswered);
    }

    private static Map<String, Long> counts(Map<String, LongAdder> counted) {
        var counts = new TreeMap<String, Long>();
        counted.forEach((what, count) -> counts.put(what, count.sum()));
        return counts;
    }

    private static String cut(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200);
    }
}
