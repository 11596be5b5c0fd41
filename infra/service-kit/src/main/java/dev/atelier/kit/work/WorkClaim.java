package dev.atelier.kit.work;

import dev.atelier.events.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A worker's claim of an item. Every method writes with the claim's fencing token, in the running transaction if there is one, and throws
 * {@link WorkClaimLost} if the worker does not hold the item any more. A handler that ends its claim in the transaction that saves its
 * result therefore takes effect once.
 */
public final class WorkClaim<T extends Record> {
    private static final int LONGEST_REASON = 500;
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

    private final WorkQueue<T> queue;
    private final WorkHandler<T> handler;
    private final Document stored;
    private final long token;
    private int attempts;
    private volatile boolean ended;

    WorkClaim(WorkQueue<T> queue, WorkHandler<T> handler, Document stored) {
        this.queue = queue;
        this.handler = handler;
        this.stored = stored;
        this.token = stored.getLong("token");
        this.attempts = stored.getInteger("attempts");
    }

    /** Returns the item as it was when it was claimed. */
    public WorkItem<T> item() {
        var workspace = stored.get("workspaceId", UUID.class);
        return new WorkItem<>(
                id(),
                stored.getString("kind"),
                workspace == null ? null : new WorkspaceId(workspace),
                queue.read(stored.get("payload", Document.class)),
                stored.getDate("enqueuedAt").toInstant(),
                stored.getInteger("attempts"),
                stored.getString("position"));
    }

    /** Saves the progress for readers and renews the lease. Long handlers call it often, to detect that the item was cancelled. */
    public void progress(long done, long total) {
        change(claimed().append("done", done).append("total", total));
    }

    /** Saves that a part is done: the next claim continues at this position with all attempts again. Keeps the claim. */
    public void advance(String position) {
        change(claimed().append("position", WorkItemStore.literal(position)).append("attempts", 0));
        attempts = 0;
    }

    /**
     * Processes part after part for up to two seconds, then ends the claim so that other items have their turn.
     *
     * @param part gets the position where it begins, null for the first; returns where the next part begins, or null if there is none or it
     *     has ended the claim itself
     */
    public void processParts(UnaryOperator<@Nullable String> part) {
        long end = System.nanoTime() + TURN.toNanos();
        var position = part.apply(stored.getString("position"));
        while (position != null && System.nanoTime() < end) {
            advance(position);
            position = part.apply(position);
        }
        if (position != null) {
            release(position);
        }
    }

    /** Ends the claim: the item is complete and is deleted. */
    public void complete() {
        if (!queue.store().remove(queue.name(), id(), token)) {
            throw new WorkClaimLost(id());
        }
        ended = true;
    }

    /** Ends the claim because a part is done: any worker continues at this position in the workspace's next turn, with all attempts again. */
    public void release(String position) {
        end(new Document("state", "WAITING")
                .append("dueAt", "$$NOW")
                .append("position", WorkItemStore.literal(position))
                .append("attempts", 0));
    }

    /**
     * Ends the claim until a later time, without counting the attempt; at least for 100 ms, also where the clock of this machine is behind
     * the database's. The queue does not limit how often: handlers must.
     */
    public void postpone(Instant until) {
        schedule(until, Math.max(0, attempts - 1));
    }

    /** Ends the claim because the work is done for this time; it is due again later, with all attempts. At least 100 ms later. */
    public void repeatAt(Instant next) {
        schedule(next, 0);
    }

    private void schedule(Instant due, int attemptsSoFar) {
        var earliest = WorkItemStore.fromNow(SHORTEST_PAUSE);
        end(new Document("state", "SCHEDULED")
                .append("dueAt", new Document("$max", List.of(Date.from(due), earliest)))
                .append("attempts", attemptsSoFar));
    }

    /**
     * Ends the claim because the item cannot succeed. {@link WorkHandler#givenUp} is called in the same transaction.
     *
     * @param reason for operators, without personal data; truncated after 500 characters
     */
    public void giveUp(String reason) {
        queue.inTransaction(() -> {
            giveUpSilently(reason);
            handler.givenUp(item(), reason);
        });
    }

    /** Gives the item up without calling the handler, which failed to handle that. */
    void giveUpSilently(String reason) {
        end(new Document("state", "GIVEN_UP")
                .append("dueAt", "$$NOW")
                .append("reason", WorkItemStore.literal(cut(reason)))
                .append("expiresAt", WorkItemStore.fromNow(queue.policy().kept())));
    }

    /** Ends the claim after a failure: schedules the next attempt, or gives up after the last one. */
    void fail(Throwable cause) {
        if (attempts >= queue.policy().attempts()) {
            giveUp(cause.getClass().getSimpleName());
            return;
        }
        var pause = queue.policy().backoff().pauseAfter(Math.max(1, attempts));
        end(new Document("state", "SCHEDULED").append("dueAt", WorkItemStore.fromNow(pause)));
    }

    /** Extends the lease; false if the claim is lost or has ended. */
    boolean renew() {
        return !ended && queue.store().change(queue.name(), id(), token, claimed());
    }

    /** Whether the handler has ended the claim itself. */
    boolean ended() {
        return ended;
    }

    WorkHandler<T> handler() {
        return handler;
    }

    String id() {
        return stored.getString("item");
    }

    int attempts() {
        return attempts;
    }

    private Document claimed() {
        return new Document("state", "CLAIMED")
                .append("dueAt", WorkItemStore.fromNow(queue.policy().lease()));
    }

    private void end(Document set) {
        ended = true;
        change(set);
    }

    private void change(Document set) {
        if (!queue.store().change(queue.name(), id(), token, set)) {
            throw new WorkClaimLost(id());
        }
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
