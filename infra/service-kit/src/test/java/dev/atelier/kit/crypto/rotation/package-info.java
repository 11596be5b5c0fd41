/** Tests of a new master key. */
@NullMarked
package dev.atelier.kit.crypto.rotation;

import org.jspecify.annotations.NullMarked;
