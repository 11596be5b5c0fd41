package dev.atelier.kit.work;

/**
 * Processes the items of one kind. An item can be processed more than once, and by two instances at the same time: implementations are
 * idempotent, or end the claim in the transaction that saves their result.
 */
public interface WorkHandler<T extends Record> {
    /** Returns the kind of items that this handler processes. */
    String kind();

    /**
     * Processes an item or a part of it. When the method returns, the item is complete, unless it was released, postponed or given up.
     * Any exception or {@link Error} is a failure: the item is retried after a pause, or given up after its last attempt.
     */
    void handle(WorkClaim<T> claim);

    /**
     * Called in the transaction that gives an item up, so that the feature can mark its own document as failed. The transaction may be
     * repeated, so the method only writes to the database. If it fails four times, the item is given up without it.
     */
    default void givenUp(WorkItem<T> item, String reason) {}
}
