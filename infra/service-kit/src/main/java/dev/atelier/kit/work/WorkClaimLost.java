package dev.atelier.kit.work;

/**
 * The worker does not hold the item any more: it was cancelled, enqueued again, deleted with its workspace, or claimed by another worker
 * after the lease expired. Handlers do not catch it: it rolls back the transaction in which it is thrown, and the worker continues with
 * the next item.
 */
public final class WorkClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    WorkClaimLost(String id) {
        super("The claim of item " + id + " is lost");
    }
}
