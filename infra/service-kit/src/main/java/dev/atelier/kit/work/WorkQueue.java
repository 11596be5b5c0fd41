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
 * Work that is done behind the back of whoever caused it: enqueued in the transaction of its cause, claimed by one worker at a time by
 * the database's clock, tried again after pauses, given up visibly after its attempts. An attempt counts when it is claimed, so that an
 * item which ends its process is given up too. Workspaces take turns, so that one with thousands of items holds up no other; each
 * instance goes round by itself, and an item that is being done is not interrupted for another workspace's. Made by
 * {@link WorkQueueFactory}.
 *
 * @param <T> the payload, a record of ids and choices that Spring Data stores; a field that is renamed or removed is missing in items
 *     that were stored before
 */
public final class WorkQueue<T extends Record> {
    private final String name;
    private final Class<T> payload;
    private final WorkQueuePolicy policy;
    private final WorkItemStore store;
    private final MongoConverter converter;
    private final Consumer<Runnable> transactions;
    private final List<Runnable> wakeups = new CopyOnWriteArrayList<>();
    /** The lane that was served last. */
    private final AtomicReference<String> turn = new AtomicReference<>("");

    /** The store, converter and transactions are the service's. */
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

    /** Stable: items are stored under it, and meters and operators' routes have it. */
    public String name() {
        return name;
    }

    /**
     * Enqueues in the running transaction. An item that is there under this id already starts anew with the new payload: its attempts
     * and its position are forgotten, and who works on it has lost it.
     */
    public void enqueue(WorkRequest<T> request) {
        TransactionRunner.demand("enqueueing work");
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

    /** How far an item is; empty where it is complete, was cancelled, or never was. */
    public Optional<WorkItemStatus> find(String id) {
        return store.find(name, id);
    }

    /** Removes an item, in the running transaction where there is one. Its handler learns it from what it does next with its claim. */
    public boolean cancel(String id) {
        return store.remove(name, id);
    }

    /** Has what was given up tried again from its position, with all attempts; false where it is not given up. */
    public boolean retry(String id) {
        var retried = store.retry(name, id);
        wakeups.forEach(Runnable::run);
        return retried;
    }

    /** Claims the item whose turn it is among those that these handlers do. */
    Optional<WorkClaim<T>> claim(Map<String, ? extends WorkHandler<T>> handlers) {
        store.promote(name);
        var before = turn.get();
        var claimed = store.claim(name, handlers.keySet(), gt("lane", before), policy.lease())
                .or(() -> store.claim(name, handlers.keySet(), lte("lane", before), policy.lease()));
        claimed.ifPresent(item -> turn.set(item.getString("lane")));
        return claimed.map(
                item -> new WorkClaim<>(this, Objects.requireNonNull(handlers.get(item.getString("kind"))), item));
    }

    /** Called when something was enqueued here, once it is committed. */
    void onEnqueued(Runnable wakeup) {
        wakeups.add(wakeup);
    }

    T read(Document written) {
        return converter.read(payload, written);
    }

    void inTransaction(Runnable work) {
        transactions.accept(work);
    }

    /** In the order in which they are due, from behind a cursor of time and id on. */
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
