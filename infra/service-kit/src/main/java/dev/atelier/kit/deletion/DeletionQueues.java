package dev.atelier.kit.deletion;

import dev.atelier.kit.work.WorkQueue;

/**
 * The queues of deletions.
 *
 * @param requested deletions that somebody waits for
 * @param lowPriority deletions of expired data
 */
record DeletionQueues(WorkQueue<DeletionJob> requested, WorkQueue<DeletionJob> lowPriority) {}
