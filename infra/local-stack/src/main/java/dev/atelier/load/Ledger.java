package dev.atelier.load;

import dev.atelier.client.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** What people were promised, and every answer that was no promise. */
public final class Ledger {
    private final ConcurrentMap<String, PromisedAction> actions = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, PromisedRun> runs = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> refusals = new ConcurrentHashMap<>();
    private final List<String> unclear = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<String, LongAdder> unanswered = new ConcurrentHashMap<>();

    /** An action as its last acknowledged write left it. */
    record PromisedAction(Crew crew, String id, String title) {}

    /** A run that was accepted; the input names it. */
    record PromisedRun(Crew crew, String id, String input, boolean byMail) {}

    void action(Crew crew, String id, String title) {
        actions.put(id, new PromisedAction(crew, id, title));
    }

    void run(PromisedRun run) {
        runs.put(run.id(), run);
    }

    /** An answer that was no success: clear where it is a problem that says what is wrong and is nobody's mistake. */
    void refused(Answer answer) {
        var problem = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        if (!problem || answer.status() == 500) {
            unclear.add("%s answered %d: %s".formatted(answer.request(), answer.status(), cut(answer.body())));
        } else {
            var type = answer.text("type").replace("urn:atelier:problem:", "");
            refusals.computeIfAbsent(answer.status() + " " + type, _ -> new LongAdder())
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

    Map<String, PromisedAction> actions() {
        return Map.copyOf(actions);
    }

    Map<String, PromisedRun> runs() {
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
