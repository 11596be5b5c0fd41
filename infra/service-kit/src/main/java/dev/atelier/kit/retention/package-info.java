/**
 * Deletes each night the data that a workspace no longer keeps: in small batches, as an item of the work queue
 * {@code retention} for each workspace.
 */
@NullMarked
package dev.atelier.kit.retention;

import org.jspecify.annotations.NullMarked;
