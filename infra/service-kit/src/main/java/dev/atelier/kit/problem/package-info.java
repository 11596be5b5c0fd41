/** Maps refusals and failures to RFC 9457 problems, in one place. */
@NullMarked
package dev.atelier.kit.problem;

import org.jspecify.annotations.NullMarked;
