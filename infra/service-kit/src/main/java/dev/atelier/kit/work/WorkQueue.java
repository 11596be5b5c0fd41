package dev.atelier.kit.work;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static dev.atelier.kit.work.WorkItemStore.after;

import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.web.PageCursor;
import dev.atelier.kit.work.WorkItemStore.WorkBacklog;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Queue of background work. Items are enqueued in the caller's transaction, claimed by one worker at a time by the database's clock,
 * retried with a back-off, and given up visibly after a number of attempts. The claim counts the attempt, so that an item that crashes its
 * process is given up too. Workspaces take turns, so that a workspace with thousands of items does not delay others; each instance keeps
 * its own turn, and running items are not interrupted. Created by {@link WorkQueueFactory}.
 *
 * @param <T> payload: a small record of ids and options, mapped by Spring Data without a type field; declare it as a stored record of
 *     {@code work_items}. Items that are already stored do not have renamed fields
 */
public final class WorkQueue<T extends Record> {
    private final String name;
    private final Class<T> payload;
    private final WorkQueuePolicy policy;
    private final WorkItemStore store;
    private final MongoConverter converter;
    private final Consumer<Runnable> transactions;
    private final List<Runnable> wakeups = new CopyOnWriteArrayList<>();
    /** Lane of the last claim: the id of a workspace, or empty for items without one. */
    private final AtomicReference<String> turn = new AtomicReference<>("");
    /** Whether the last claim found nothing. Then one cheap query decides whether to claim again. */
    private volatile boolean idle;

    WorkQueue(
            String name,
            Class<T> payload,
            WorkQueuePolicy policy,
            WorkItemStore store,
            MongoConverter converter,
            Consumer<Runnable> transactions) {
        this.name = name;
        this.payload = payload;
        this.policy = policy;
        this.store = store;
        this.converter = converter;
        this.transactions = transactions;
    }

    /** Returns the name, which must not change: it is stored with the items and part of meters and operator routes. */
    public String name() {
        return name;
    }

    /**
     * Enqueues an item in the running transaction. An existing item with the same id starts from the beginning with the new payload: its
     * attempts and position are reset, and a worker that holds it loses its claim.
     */
    public void enqueue(WorkRequest<T> request) {
        TransactionRunner.requireTransaction("enqueueing work");
        var written = new Document();
        converter.write(request.payload(), written);
        written.remove("_class");
        store.enqueue(name, request, written);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeups.forEach(Runnable::run);
            }
        });
    }

    /** Returns the status of an item; empty if it is complete, was cancelled or never existed. */
    public Optional<WorkItemStatus> find(String id) {
        return store.find(name, id);
    }

    /** Whether there is an item with this id that was not given up. */
    public boolean isOpen(String id) {
        return find(id).filter(item -> item.state() != WorkItemState.GIVEN_UP).isPresent();
    }

    /**
     * Deletes an item, in the running transaction if there is one; false if there is none. A worker that holds it gets
     * {@link WorkClaimLost} from its next call.
     */
    public boolean cancel(String id) {
        return store.remove(name, id);
    }

    /** Retries a given up item from its position, with all attempts again; false if it was not given up. */
    public boolean retry(String id) {
        var retried = store.retry(name, id);
        wakeups.forEach(Runnable::run);
        return retried;
    }

    /** Claims the next item that one of these handlers processes. */
    Optional<WorkClaim<T>> claim(Map<String, ? extends WorkHandler<T>> handlers) {
        if (idle && !store.hasDueItem(name)) {
            return Optional.empty();
        }
        store.promote(name);
        var before = turn.get();
        var claimed = store.claim(name, handlers.keySet(), gt("lane", before), policy.lease())
                .or(() -> store.claim(name, handlers.keySet(), lte("lane", before), policy.lease()));
        claimed.ifPresent(item -> turn.set(item.getString("lane")));
        idle = claimed.isEmpty();
        return claimed.map(
                item -> new WorkClaim<>(this, Objects.requireNonNull(handlers.get(item.getString("kind"))), item));
    }

    /** Registers what is called after a transaction that enqueued an item in this instance has committed. */
    void onEnqueued(Runnable wakeup) {
        wakeups.add(wakeup);
    }

    T read(Document written) {
        return converter.read(payload, written);
    }

    void inTransaction(Runnable work) {
        transactions.accept(work);
    }

    /** Returns the items of a state ordered by due time, after a cursor of time and id. */
    List<WorkItemStatus> list(WorkItemState state, @Nullable PageCursor cursor, int limit) {
        return store.list(name, state, cursor == null ? null : after(cursor.time(0), cursor.text(1)), limit);
    }

    long count(WorkItemState state) {
        return store.count(name, state);
    }

    WorkBacklog backlog() {
        return store.backlog(name);
    }

    WorkQueuePolicy policy() {
        return policy;
    }

    WorkItemStore store() {
        return store;
    }
}
