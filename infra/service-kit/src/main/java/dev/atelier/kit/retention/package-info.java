/**
 * Deletes each night the data that a workspace no longer keeps: in small batches, by one instance at a time. If that
 * instance dies, another one continues.
 */
@NullMarked
package dev.atelier.kit.retention;

import org.jspecify.annotations.NullMarked;
