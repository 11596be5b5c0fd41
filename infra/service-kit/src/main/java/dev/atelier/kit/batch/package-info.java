/**
 * Work that does not fit into one transaction: it is queued in the transaction that causes it and done in batches by
 * one worker at a time. Another worker continues where that worker dies.
 */
@NullMarked
package dev.atelier.kit.batch;

import org.jspecify.annotations.NullMarked;
