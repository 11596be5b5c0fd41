/** The house's rules hold for the kit, and are seen to fail on a fixture. */
@NullMarked
package dev.atelier.kit.architecture;

import org.jspecify.annotations.NullMarked;
