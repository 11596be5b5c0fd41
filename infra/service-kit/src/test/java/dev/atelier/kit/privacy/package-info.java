/** The privacy gate holds for the kit, and is seen to fail on a fixture. */
@NullMarked
package dev.atelier.kit.privacy;

import org.jspecify.annotations.NullMarked;
