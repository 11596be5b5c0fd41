/** How long everything takes to start, and how much memory it takes. */
@NullMarked
package dev.atelier.bench.start;

import org.jspecify.annotations.NullMarked;
