/** Worker threads and pools that execute jobs from queues in the database. */
@NullMarked
package dev.atelier.kit.work;

import org.jspecify.annotations.NullMarked;
