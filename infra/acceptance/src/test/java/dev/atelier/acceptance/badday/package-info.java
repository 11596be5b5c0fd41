/** Failure tests: parts of the running system die, hang, are down or send invalid data. */
@NullMarked
package dev.atelier.acceptance.badday;

import org.jspecify.annotations.NullMarked;
