/**
 * Work that does not fit one transaction: queued with what caused it, done in batches by one worker at a time, taken up by another
 * one where that worker dies.
 */
@NullMarked
package dev.atelier.kit.batch;

import org.jspecify.annotations.NullMarked;
