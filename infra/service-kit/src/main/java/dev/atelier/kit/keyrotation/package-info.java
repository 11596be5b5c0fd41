/** Rotation of the master key: re-wraps the secrets of earlier keys while the service runs. */
@NullMarked
package dev.atelier.kit.keyrotation;

import org.jspecify.annotations.NullMarked;
