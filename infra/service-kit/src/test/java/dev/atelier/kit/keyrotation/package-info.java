/** Tests of a new master key. */
@NullMarked
package dev.atelier.kit.keyrotation;

import org.jspecify.annotations.NullMarked;
