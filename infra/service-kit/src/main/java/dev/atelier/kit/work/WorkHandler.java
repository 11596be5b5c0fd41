package dev.atelier.kit.work;

/** Does one kind of items of a {@link WorkQueue}. Has to bear that an item is done more than once, and by two instances at once. */
public interface WorkHandler<T extends Record> {
    /** The kind of items it does. */
    String kind();

    /**
     * Does an item, or a part of it. The item is complete when it returns, unless it was released, postponed or given up. Whatever it
     * throws, an {@link Error} too, is a failure: the item is tried again after a pause, or given up after its last attempt.
     */
    void handle(WorkClaim<T> claim);

    /** Called in the transaction that gives an item up, for the feature to note that on its own documents; touches nothing else. */
    default void givenUp(WorkItem<T> item, String reason) {}
}
