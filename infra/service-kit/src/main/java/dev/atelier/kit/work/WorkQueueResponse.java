package dev.atelier.kit.work;

/**
 * A work queue.
 *
 * @param waiting number of items that are due and not claimed
 * @param oldestSeconds seconds since the first of them became due
 * @param scheduled number of items that are not due yet, including those that wait after a failure
 * @param claimed number of items that a worker has claimed
 * @param givenUp number of items that were given up
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
