/** How long it takes to invite many people at once. */
@NullMarked
package dev.atelier.bench.workspace;

import org.jspecify.annotations.NullMarked;
