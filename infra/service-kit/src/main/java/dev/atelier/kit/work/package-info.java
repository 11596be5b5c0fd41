/** Threads that take work from a queue in the database. */
@NullMarked
package dev.atelier.kit.work;

import org.jspecify.annotations.NullMarked;
