/**
 * Deletes each night what a workspace keeps no longer: in small steps, by one instance at a time, taken up by another one
 * where that one dies.
 */
@NullMarked
package dev.atelier.kit.retention;

import org.jspecify.annotations.NullMarked;
