package dev.atelier.kit.work;

/**
 * The item is not this worker's any more: it was cancelled, enqueued anew, deleted with its workspace, or taken over after its lease
 * ended. A handler lets it pass; thrown within a transaction it takes back what the handler wrote.
 */
public final class WorkClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    WorkClaimLost(String id) {
        super("another worker has " + id + ", or nobody does it any more");
    }
}
