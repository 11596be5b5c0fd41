package dev.atelier.kit.work;

/**
 * A work queue as an operator sees it.
 *
 * @param waiting how many items are due and not being done
 * @param oldestSeconds how long the first of them has been due
 * @param scheduled how many are not due yet, after a failure too
 * @param claimed how many are being done
 * @param givenUp how many were given up and are kept for an operator
 */
record WorkQueueResponse(String name, long waiting, long oldestSeconds, long scheduled, long claimed, long givenUp) {
    static WorkQueueResponse of(WorkQueue<?> queue) {
        var backlog = queue.backlog();
        return new WorkQueueResponse(
                queue.name(),
                backlog.count(),
                backlog.oldest().toSeconds(),
                queue.count(WorkItemState.SCHEDULED),
                queue.count(WorkItemState.CLAIMED),
                queue.count(WorkItemState.GIVEN_UP));
    }
}
