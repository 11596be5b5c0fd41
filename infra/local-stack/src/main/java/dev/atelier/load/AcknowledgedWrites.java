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

/** What people were promised, and every answer that was no promise. */
public final class AcknowledgedWrites {
    /** Took too long, changed meanwhile, too many at once, unavailable, no answer from behind in time. */
    private static final Set<Integer> ASK_AGAIN = Set.of(408, 412, 429, 503, 504);

    private final ConcurrentMap<String, AcknowledgedAction> actions = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AcceptedRun> runs = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> refusals = new ConcurrentHashMap<>();
    private final List<String> unclear = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<String, LongAdder> unanswered = new ConcurrentHashMap<>();

    /** An action as its last acknowledged write left it. */
    public record AcknowledgedAction(TestWorkspace crew, String id, String title) {}

    /** A run that was accepted; the input names it. */
    public record AcceptedRun(TestWorkspace crew, String id, String input, boolean byMail) {}

    void action(TestWorkspace testWorkspace, String id, String title) {
        actions.put(id, new AcknowledgedAction(testWorkspace, id, title));
    }

    void run(AcceptedRun run) {
        runs.put(run.id(), run);
    }

    /** An answer that was no success: clear where it is a problem that tells a client who did nothing wrong to ask again. */
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

    /** No answer came: the connection broke, the patience was over, or nobody could sign in. */
    void unanswered(Throwable why) {
        var root = why;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        unanswered
                .computeIfAbsent(root.getClass().getSimpleName(), _ -> new LongAdder())
                .increment();
    }

    /** By the action's id. */
    public Map<String, AcknowledgedAction> actions() {
        return Map.copyOf(actions);
    }

    /** By the run's id. */
    public Map<String, AcceptedRun> runs() {
        return Map.copyOf(runs);
    }

    /** How often each status and problem came. */
    public Map<String, Long> refusals() {
        return counts(refusals);
    }

    /** Answers that left people without a way out. */
    public List<String> unclear() {
        return List.copyOf(unclear);
    }

    /** How many requests got no answer at all, by why. */
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
