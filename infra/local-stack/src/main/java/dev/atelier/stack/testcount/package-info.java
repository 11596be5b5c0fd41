/** Counts what the tests of all modules said. */
@NullMarked
package dev.atelier.stack.testcount;

import org.jspecify.annotations.NullMarked;
