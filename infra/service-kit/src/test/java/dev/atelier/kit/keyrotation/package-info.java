/** Tests of the master key rotation. */
@NullMarked
package dev.atelier.kit.keyrotation;

import org.jspecify.annotations.NullMarked;
