/** A new master key: what earlier ones sealed is wrapped by it, while the service serves. */
@NullMarked
package dev.atelier.kit.keyrotation;

import org.jspecify.annotations.NullMarked;
