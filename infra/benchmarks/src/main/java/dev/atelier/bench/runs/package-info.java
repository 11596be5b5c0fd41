/** How fast runs are carried, alone and many at once, and how soon a dead worker's runs go on. */
@NullMarked
package dev.atelier.bench.runs;

import org.jspecify.annotations.NullMarked;
