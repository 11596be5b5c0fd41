/** Queues of background work in the database, and the worker threads and pools that process them. */
@NullMarked
package dev.atelier.kit.work;

import org.jspecify.annotations.NullMarked;
