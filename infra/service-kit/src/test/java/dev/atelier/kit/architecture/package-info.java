/** Checks the kit against the architecture rules, and that each rule finds its violation in a fixture. */
@NullMarked
package dev.atelier.kit.architecture;

import org.jspecify.annotations.NullMarked;
