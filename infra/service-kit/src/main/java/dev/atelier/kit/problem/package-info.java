/** The one place where refusals and failures become RFC 9457 problems. */
@NullMarked
package dev.atelier.kit.problem;

import org.jspecify.annotations.NullMarked;
