/** Tests of the master key rotation. */
@NullMarked
package dev.atelier.kit.crypto.rotation;

import org.jspecify.annotations.NullMarked;
