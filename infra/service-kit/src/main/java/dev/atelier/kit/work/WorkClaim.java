package dev.atelier.kit.work;

import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;

/**
 * What a worker holds of an item: every method stores something under the claim's fencing token, in the running transaction where there
 * is one, and throws {@link WorkClaimLost} where the item is not this worker's any more. So a handler that ends its claim in the
 * transaction that stores its result has its effect once.
 */
public final class WorkClaim<T extends Record> {
    private static final int LONGEST_REASON = 500;

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

    /** The item as it was claimed. */
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

    /** Tells readers how far it is. A long handler calls this often: so it learns that the item was cancelled. */
    public void progress(long done, long total) {
        change(claimed().append("done", done).append("total", total));
    }

    /** A part is done: the next claim goes on at this position, and has all attempts again. */
    public void advance(String position) {
        change(claimed().append("position", WorkItemStore.literal(position)).append("attempts", 0));
        attempts = 0;
    }

    /** Everything is done. */
    public void complete() {
        if (!queue.store().remove(queue.name(), id(), token)) {
            throw new WorkClaimLost(id());
        }
        ended = true;
    }

    /** A part is done: any worker goes on at this position when the workspace's turn comes, with all attempts again. */
    public void release(String position) {
        end(new Document("state", "WAITING")
                .append("dueAt", "$$NOW")
                .append("position", WorkItemStore.literal(position))
                .append("attempts", 0));
    }

    /** Nothing can be done before this time; that is no attempt. Whoever postpones says how often: the queue does not count it. */
    public void postpone(Instant until) {
        end(new Document("state", "SCHEDULED")
                .append("dueAt", Date.from(until))
                .append("attempts", Math.max(0, attempts - 1)));
    }

    /**
     * It can never be done. {@link WorkHandler#givenUp} is called in the same transaction.
     *
     * @param reason for operators, without personal data; cut after 500 characters
     */
    public void giveUp(String reason) {
        queue.inTransaction(() -> {
            giveUpSilently(reason);
            handler.givenUp(item(), reason);
        });
    }

    /** As {@link #giveUp}, where the handler's hook fails itself. */
    void giveUpSilently(String reason) {
        end(new Document("state", "GIVEN_UP")
                .append("dueAt", "$$NOW")
                .append("reason", WorkItemStore.literal(cut(reason)))
                .append("expiresAt", WorkItemStore.fromNow(queue.policy().kept())));
    }

    /** This attempt failed: another one follows after a pause, or it was the last. */
    void fail(Throwable cause) {
        if (attempts >= queue.policy().attempts()) {
            giveUp(cause.getClass().getSimpleName());
            return;
        }
        var pause = queue.policy().backoff().after(Math.max(1, attempts));
        end(new Document("state", "SCHEDULED").append("dueAt", WorkItemStore.fromNow(pause)));
    }

    /** Keeps the claim for another lease; false where it was lost. */
    boolean renew() {
        return !ended && queue.store().change(queue.name(), id(), token, claimed());
    }

    /** Whether the handler said itself how the claim ends. */
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
