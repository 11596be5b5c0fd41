/** The check that all problem texts of a module have a French translation. */
@NullMarked
package dev.atelier.testkit.problem;

import org.jspecify.annotations.NullMarked;
